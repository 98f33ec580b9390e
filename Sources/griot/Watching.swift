import Diagnostics
import Glibc
import Griot

/// How a command went, and what it leaves to be watched.
struct Turn {
    var status: ExitStatus
    var written: [String] = []
}

/// Does the work of a command, and with `--watch` again after each save, until it is stopped.
///
/// - Parameters:
///   - folders: Those that hold what is read.
///   - output: The folder that is written into; nil where papers go beside what they are made of.
///   - work: Told whether it is done for the first time.
func keepingAt(
    _ arguments: Arguments,
    _ terminal: Terminal,
    watching folders: [String],
    omitting output: String? = nil,
    _ work: (_ isFirst: Bool) -> Turn
) -> ExitStatus {
    guard arguments.has("watch") else { return work(true).status }
    do throws(GriotError) {
        let installation = try Installation.find()
        var watch = FolderWatch(over: folders, of: installation, omitting: output)
        var turn = work(true)
        // What can't be begun is not mended by a save.
        guard turn.status != .usage, folders.allSatisfy(Press.isFolder) else { return turn.status }
        while true {
            terminal.note("waiting for the next save; Ctrl-C ends")
            let file = watch.nextChange(besides: turn.written)
            terminal.note("\(hour()) ‘\(file)’ has changed")
            watch.begin()
            turn = work(false)
        }
    } catch {
        complain(error, terminal)
        return error.status
    }
}

/// The hour of the machine, as it is written everywhere.
private func hour() -> String {
    var (now, parts) = (time(nil), tm())
    localtime_r(&now, &parts)
    return [parts.tm_hour, parts.tm_min, parts.tm_sec]
        .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
}
