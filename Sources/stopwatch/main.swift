import Glibc
import Griot

// What one edit costs: a file is made into pages, then again and again, each time with another word
// changed in memory. Painting is left out, as a preview paints only the page it shows.
//
// With --layout, what a cold press takes to make the pages of a file of its blocks: lines, columns,
// contents and furniture, all that there is between reading and painting.

// As the command itself begins.
takeLargePages()

let arguments = CommandLine.arguments
let isOfLayout = arguments.count == 3 && arguments[1] == "--layout"
guard arguments.count == 2 || isOfLayout, let text = contents(of: arguments[arguments.count - 1])
else {
    print("usage: stopwatch [--layout] FILE.yaml")
    exit(2)
}
let press: Press
do throws(GriotError) {
    press = try Press(try Installation.find())
} catch {
    print("\(error)")
    exit(1)
}
if isOfLayout {
    timeLayout(of: arguments[2], on: press)
    exit(0)
}

let first = cost { press.check(Job(file: arguments[1])).failure == nil }
let edits = (1...31).map { number in
    press.use(edited(text, number: number), asFile: arguments[1])
    return cost { press.check(Job(file: arguments[1])).failure == nil }
}
.sorted()
print(
    "first \(rounded(first)) ms; an edit \(rounded(edits[edits.count / 2])) ms "
        + "(\(rounded(edits[0])) to \(rounded(edits[edits.count - 1])), \(edits.count) edits)"
)

/// Prints the milliseconds that all pages of a file took, and how many they are.
func timeLayout(of file: String, on press: Press) {
    var (spent, pages, start) = (0.0, 0, 0.0)
    press.pagesWatch = { made in
        guard let made else {
            start = now()
            return
        }
        spent += now() - start
        pages += made
    }
    _ = cost { press.check(Job(file: file)).failure == nil && pages > 0 }
    print("\(rounded(spent)) \(pages)")
}

/// The text with a word near its middle spelt as no word is: its letters moved on by `number`.
func edited(_ text: [UInt8], number: Int) -> String {
    var text = text
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") }
    var start = text.count / 2
    while start < text.count {
        let end = text[start...].firstIndex { !letters.contains($0) } ?? text.count
        if end - start >= 5, isBlank(text[start - 1]), end < text.count, isBlank(text[end]) {
            for index in start..<end {
                let moved = Int(text[index] - letters.lowerBound) + number
                text[index] = letters.lowerBound + UInt8(moved % letters.count)
            }
            break
        }
        start = max(end, start + 1)
    }
    return String(decoding: text, as: UTF8.self)
}

/// Milliseconds of processor time.
func cost(_ work: () -> Bool) -> Double {
    let start = now()
    guard work() else {
        print("the file could not be made into pages")
        exit(1)
    }
    return now() - start
}

func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

func rounded(_ milliseconds: Double) -> Double { (milliseconds * 100).rounded() / 100 }

func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&chunk, 1, chunk.count, file)
        guard count > 0 else { return bytes }
        bytes += chunk[..<count]
    }
}
