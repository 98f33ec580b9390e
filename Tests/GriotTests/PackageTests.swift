import Foundation
import TestSupport
import Testing

/// The package for machines where nobody builds.
@Suite struct PackageTests {
    /// What a program printed; an error where it failed.
    private func output(
        of program: String,
        _ words: [String],
        with environment: [String: String] = [:]
    ) throws -> String {
        let ran = try run(
            program,
            words,
            with: environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }
        )
        try #require(ran.isContent, "\(program) \(words)")
        return ran.text
    }

    /// It finds what it reads beside itself, and asks for the fonts and libraries that it needs.
    @Test func setsPagesFromWhereItIsUnpacked() throws {
        let desk = try Desk()
        let command = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "griot")
        let package = try output(
            of: Desk.root.appending(path: "packaging/deb").path,
            [command.path, desk.folder.path],
            with: ["DPKG_DEB_COMPRESSOR_TYPE": "none"]
        ).trimmingCharacters(in: .newlines)
        let needs = try output(of: "/usr/bin/dpkg-deb", ["-f", package, "Depends"])
        for name in ["libcairo2", "libicu", "librsvg2-2", "fonts-sil-gentiumplus", "hyphen-fr"] {
            #expect(needs.contains(name))
        }
        let root = desk.folder.appending(path: "root")
        _ = try output(of: "/usr/bin/dpkg-deb", ["-x", package, root.path])
        let paper = try desk.write("kind: workshop-summary\nlang: en\ntitle: Wells\n", to: "a.yaml")
        let installed = root.appending(path: "usr/bin/griot").path
        let made = try output(of: installed, ["render", paper])
        #expect(made.hasSuffix("a.pdf\n"))
    }
}
