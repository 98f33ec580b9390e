import Foundation
import Griot
import Testing

/// Files of layouts that call themselves otherwise than they are called.
@Suite struct NamesOfLayoutFilesTests {
    private func said(asking name: String, brand: String = "house") throws -> String {
        let desk = try Desk()
        try desk.write(
            "paper: rapport\nextends: brief\nstreams: {quotes: [{part: pied, with: {one: title}}]}\n",
            to: "layouts/papers/mon-rapport.yaml"
        )
        try desk.write(
            "part: bas\ntakes: {one: what}\nblocks: [{paragraph: \"{one}\"}]\n",
            to: "layouts/parts/pied.yaml"
        )
        try desk.write("paper: autre\nextends: rapport\n", to: "layouts/papers/autre.yaml")
        try desk.write(
            "paper: troisième\nextends: brief\nstreams: {quotes: [{part: bas}]}\n",
            to: "layouts/papers/third.yaml"
        )
        try desk.write("brand: nous\n", to: "layouts/brands/ours.yaml")
        let paper = try desk.write(
            "kind: workshop-summary\nlang: en\nlayout: \(name)\nbrand: \(brand)\ntitle: A meeting\n",
            to: "paper.yaml"
        )
        return desk.said(desk.press.check(Job(file: paper)))
    }

    @Test(arguments: [
        ("rapport", "there is no paper ‘rapport’", "mon-rapport"),
        ("autre", "autre.yaml:2:10: error: there is no paper ‘rapport’", "mon-rapport"),
        ("third", "there is no part ‘bas’", "pied"),
    ])
    func leadsToTheFileThatCallsItselfAsItIsAskedFor(name: String, told: String, meant: String)
        throws
    {
        let said = try said(asking: name)
        #expect(said.contains(told), "\(said)")
        #expect(said.contains("did you mean ‘\(meant)’?"), "\(said)")
    }

    @Test func leadsToTheBrandThatCallsItselfAsItIsAskedFor() throws {
        let said = try said(asking: "brief", brand: "nous")
        #expect(said.contains("there is no brand ‘nous’"), "\(said)")
        #expect(said.contains("did you mean ‘ours’?"), "\(said)")
    }

    @Test func saysThatAFileIsAskedForByItsOwnName() throws {
        let said = try said(asking: "mon-rapport", brand: "ours")
        for (file, own, other) in [
            ("papers/mon-rapport", "paper: mon-rapport", "rapport"),
            ("parts/pied", "part: pied", "bas"), ("brands/ours", "brand: ours", "nous"),
        ] {
            #expect(said.contains("layouts/\(file).yaml:1:"), "\(said)")
            let mend = "write ‘\(own)’, or call the file ‘\(other).yaml’"
            #expect(said.contains(mend), "\(said)")
        }
        #expect(!said.contains("error"), "\(said)")
    }

    /// A copy of the house’s brand often still says its name.
    @Test func leavesAFileAloneThatSaysTheNameOfTheOneItWasCopiedFrom() throws {
        let desk = try Desk()
        try desk.write("brand: house\n", to: "layouts/brands/ours.yaml")
        let paper = try desk.write(
            "kind: workshop-summary\nlang: en\nbrand: ours\ntitle: A meeting\n",
            to: "paper.yaml"
        )
        let said = desk.said(desk.press.check(Job(file: paper)))
        #expect(!said.contains("asked for by its own name"), "\(said)")
    }
}
