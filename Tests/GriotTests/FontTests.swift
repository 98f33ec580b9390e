import Foundation
import Griot
import Testing

@Suite struct FontTests {
    @Test func namesThePackageThatBringsAMissingFont() throws {
        let desk = try Desk()
        for part in ["kinds", "layouts", "fonts"] {
            try FileManager.default.copyItem(
                at: Desk.root.appending(path: part),
                to: desk.folder.appending(path: part)
            )
        }
        let manifest = desk.folder.appending(path: "fonts/fonts.yaml")
        let text = try String(contentsOf: manifest, encoding: .utf8)
            .replacing("GentiumBookPlus-Regular.ttf", with: "Missing.ttf")
        try Data(text.utf8).write(to: manifest)
        let file = try desk.write(
            "kind: workshop-summary\ntitle: A meeting\nlead: Words.\n",
            to: "a.yaml"
        )
        let press = try Press(Installation(folder: desk.folder.path))
        let outcome = press.render(Job(file: file), to: .beside)
        #expect(outcome.failure?.hint == "apt install fonts-sil-gentiumplus")
        #expect(outcome.written.isEmpty)
    }
}
