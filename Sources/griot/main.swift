import Diagnostics
import Glibc
import Griot

// A reader that goes away early (`griot kinds | head`) ends a write, not the program.
signal(SIGPIPE, SIG_IGN)

// A file must not be opened in the place of a closed output: what is said would be written into it.
for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", O_RDWR)
}

// The names of drafts stand for the whole run and are hardly touched: before large pages are taken, so
// that they take no room in these.
clearDraftsWhenStopped()

takeLargePages()

exit(run(Array(CommandLine.arguments.dropFirst()), on: Terminal()).rawValue)

/// Finds the command, reads its arguments, runs it.
func run(_ words: [String], on terminal: Terminal) -> ExitStatus {
    guard let first = words.first else {
        terminal.say(Help.overview(of: Commands.all))
        return .usage
    }
    if first == "--version" {
        terminal.say("griot \(Commands.version)\n")
        return .success
    }
    if ["--help", "-h", "help"].contains(first) {
        return help(on: words.dropFirst().first, terminal)
    }
    guard let command = command(named: first, terminal) else { return .usage }
    do throws(UsageError) {
        let arguments = try command.parse(Array(words.dropFirst()))
        if arguments.has("help") {
            terminal.say(Help.page(of: command))
            return .success
        }
        return command.run(arguments, terminal)
    } catch {
        terminal.complain(error)
        terminal.note("  ‘griot \(command.name) --help’ shows how it is used")
        return .usage
    }
}

/// Explains a command, or all of them where none is named.
private func help(on name: String?, _ terminal: Terminal) -> ExitStatus {
    guard let name, !name.hasPrefix("-") else {
        terminal.say(Help.overview(of: Commands.all))
        return .success
    }
    guard let command = command(named: name, terminal) else { return .usage }
    terminal.say(Help.page(of: command))
    return .success
}

/// The command of that name; says so where there is none.
private func command(named name: String, _ terminal: Terminal) -> Command? {
    if let command = Commands.all.first(where: { $0.name == name }) { return command }
    let meant = Suggestion.nearest(to: name, among: Commands.all.map(\.name))
    let hint: Diagnostic.Message =
        meant.map { "did you mean ‘griot \($0)’?" } ?? "‘griot --help’ lists the commands"
    terminal.complain(UsageError(sentence: "there is no command ‘\(name)’", hint: hint))
    return nil
}
