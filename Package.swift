// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The floor plan. Each room is one target with one purpose; `sees` is the whole list of the
// rooms and doors it imports, no more and no fewer: Tests/HouseTests holds the sources to it.
// Arrows point one way: a room sees only rooms that are named before it.

let rules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    // Without it, generic code called across rooms is not specialised: eleven times slower.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    // Else each kind of dictionary is looked up by its name when first used, and its key's
    // conformance among all there are: a twentieth of a brief's instructions.
    .unsafeFlags(
        ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
        .when(configuration: .release)
    ),
]

/// A C library behind one door: a module map and a shim with reasons in `Sources/CLibraries`.
func door(_ name: String, pkgConfig: String? = nil, apt: [String], brew: [String]) -> Target {
    .systemLibrary(
        name: name,
        path: "Sources/CLibraries/\(name)",
        pkgConfig: pkgConfig,
        providers: [.apt(apt), .brew(brew)]
    )
}

/// C of our own, for what can't be said in Swift; as narrow as a door.
func cabinet(_ name: String, _ purpose: String) -> Target {
    .target(name: name, path: "Sources/CLibraries/\(name)")
}

func room(_ name: String, _ purpose: String, sees: [String] = []) -> Target {
    .target(
        name: name,
        dependencies: sees.map { .byName(name: $0) },
        swiftSettings: rules,
        linkerSettings: sees.flatMap { linking[$0] ?? [] }
    )
}

func command(_ name: String, _ purpose: String, sees: [String]) -> Target {
    .executableTarget(
        name: name,
        dependencies: sees.map { .byName(name: $0) },
        swiftSettings: rules,
        linkerSettings: lean()
    )
}

func tests(of name: String, sees: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: ([name] + sees + ["TestSupport"]).map { .byName(name: $0) },
        exclude: ["References"],
        swiftSettings: rules
    )
}

// How the commands are linked. A brief costs about as much as starting a program that was put
// together carelessly, so for release on Linux:
// - lld, where the toolchain or the system has it, drops what nobody calls (`--gc-sections`);
// - a program at a fixed place (`-no-pie`) has nothing to relocate: else it is 15,000 pointers;
// - Swift's runtime takes its few functions of libstdc++ from the archive (see `linking/`);
// - so come other libraries that every run would open, at a tenth of a millisecond each. Cairo
//   stays shared, though its archive would save a millisecond: librsvg draws on our surfaces, and
//   must do so with the same Cairo.
// Where one of these is missing the program is only slower.

func onLinux<Value>(_ linux: Value, _ others: Value) -> Value {
    #if os(Linux)
        return linux
    #else
        return others
    #endif
}

/// ICU is written in C++, and its archive does not say so; Swift's static runtime does, the shared one
/// not.
let cPlusPlus: [LinkerSetting] = [.linkedLibrary("stdc++", .when(configuration: .release))]

/// By door, what its room is linked with; other doors leave it to pkg-config.
let linking: [String: [LinkerSetting]] = onLinux(
    [
        "CICU": library("icuuc", with: ["icudata"]) + cPlusPlus,
        "CCommonMark": library("cmark-gfm-extensions") + library("cmark-gfm"),
        "CJPEG": library("jpeg"),
        "CDeflate": library("deflate"),
    ],
    [:]
)

/// A library: in release from its archive and those of what it needs, where all are there.
func library(_ name: String, with others: [String] = []) -> [LinkerSetting] {
    let names = [name] + others
    let archives = names.compactMap { archive($0) }
    guard isOnThePath("ld.lld"), archives.count == names.count else {
        return [.linkedLibrary(name)]
    }
    // The archives are for a program at a fixed place.
    let fixed = ["-use-ld=lld", "-Xclang-linker", "-no-pie"]
    return [
        .linkedLibrary(name, .when(configuration: .debug)),
        .unsafeFlags(
            fixed + archives.flatMap { ["-Xlinker", $0] },
            .when(configuration: .release)
        ),
    ]
}

func archive(_ name: String) -> String? {
    ["x86_64-linux-gnu", "aarch64-linux-gnu"].map { "/usr/lib/\($0)/lib\(name).a" }
        .first { FileManager.default.fileExists(atPath: $0) }
}

/// What a command leaves out and where it stands.
func lean() -> [LinkerSetting] {
    let linker = isOnThePath("ld.lld") ? ["-use-ld=lld"] : []
    let archives = hasArchivedCPlusPlus() ? ["-L", Context.packageDirectory + "/linking"] : []
    let flags = ["--gc-sections", "--no-export-dynamic"].flatMap { ["-Xlinker", $0] }
    return onLinux(
        [
            .unsafeFlags(
                linker + flags + ["-Xclang-linker", "-no-pie"] + archives,
                .when(platforms: [.linux], configuration: .release)
            )
        ],
        []
    )
}

func hasArchivedCPlusPlus() -> Bool {
    let files = FileManager.default
    let homes = ["x86_64-linux-gnu", "aarch64-linux-gnu"].map { "/usr/lib/gcc/\($0)" }
    let versions = homes.flatMap { home in
        ((try? files.contentsOfDirectory(atPath: home)) ?? []).map { "\(home)/\($0)" }
    }
    return versions.contains { files.fileExists(atPath: "\($0)/libstdc++.a") }
}

func isOnThePath(_ program: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
}

let doors: [Target] = [
    door("CICU", pkgConfig: onLinux(nil, "icu-i18n"), apt: ["libicu-dev"], brew: ["icu4c"]),
    // Opened by tests only: it judges our own reading of its pattern files.
    door("CHyphen", apt: ["libhyphen-dev"], brew: ["hyphen"]),
    door(
        "CCommonMark",
        pkgConfig: onLinux(nil, "libcmark-gfm"),
        apt: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"],
        brew: ["cmark-gfm"]
    ),
    door("CHarfBuzz", pkgConfig: "harfbuzz-subset", apt: ["libharfbuzz-dev"], brew: ["harfbuzz"]),
    door(
        "CCairo",
        pkgConfig: "cairo-ft",
        apt: ["libcairo2-dev", "libfreetype-dev"],
        brew: ["cairo", "freetype"]
    ),
    cabinet("CNumerals", "numbers in decimals, which Cairo prints by"),
    door("CRSVG", apt: ["librsvg2-dev"], brew: ["librsvg"]),
    door("CJPEG", pkgConfig: onLinux(nil, "libjpeg"), apt: ["libjpeg-dev"], brew: ["jpeg-turbo"]),
    door("CPNG", pkgConfig: "libpng", apt: ["libpng-dev"], brew: ["libpng"]),
    door("CMemory", apt: ["libc6-dev"], brew: []),
    door("CQREncode", pkgConfig: "libqrencode", apt: ["libqrencode-dev"], brew: ["qrencode"]),
    // Opened at run time, and only by runs that read a PDF.
    door("CQPDF", apt: ["libqpdf-dev"], brew: ["qpdf"]),
    door(
        "CDeflate",
        pkgConfig: onLinux(nil, "libdeflate"),
        apt: ["libdeflate-dev"],
        brew: ["libdeflate"]
    ),
    // Opened at run time, and only by runs that read a workbook.
    door("CZip", apt: ["libzip-dev"], brew: ["libzip"]),
    door("CExpat", apt: ["libexpat1-dev"], brew: ["expat"]),
]

let rooms: [Target] = [
    room("Units", "lengths, geometry, colours, papers, squares of modules"),
    room("Diagnostics", "source files, spans, messages, suggestions, and how they are printed"),
    room(
        "Unicode",
        "what the Unicode standard and CLDR know of characters and languages",
        sees: ["CICU"]
    ),
    room(
        "Structure",
        "what each part of a document is to a reader who cannot see it, by the standard's names and codes",
        sees: ["Diagnostics"]
    ),
    room(
        "Arrangement",
        "how text and blocks may be asked to stand: what layouts choose and the make-up does"
    ),
    room("Digests", "sums by which changed bytes are known"),
    room("Glyphs", "font names, metrics, glyph runs", sees: ["Units"]),
    room("Linebreaking", "box, glue, penalty; total fit", sees: ["Units"]),
    room("Hyphenation", "where a word may divide"),
    room("YAML", "text in, located nodes out", sees: ["Diagnostics"]),
    room(
        "Exchange",
        "address books, calendars, spreadsheets: what other programs read and write",
        sees: ["Diagnostics", "Digests"]
    ),
    room(
        "Workbooks",
        "a sheet of a spreadsheet program's file, as cells",
        sees: ["CExpat", "CZip", "Diagnostics"]
    ),
    room(
        "Content",
        "kinds, field types, records, references, languages",
        sees: ["CCommonMark", "Diagnostics", "Unicode", "YAML"]
    ),
    room(
        "Layouts",
        "papers, masters, frames, styles, recipes, brands, language packs",
        sees: ["Arrangement", "Diagnostics", "Unicode", "Units", "YAML"]
    ),
    room(
        "Flow",
        "content and layout become blocks",
        sees: [
            "Arrangement", "Content", "Diagnostics", "Exchange", "Layouts", "Structure", "Unicode",
            "Units",
        ]
    ),
    room(
        "Shaping",
        "bidi, itemising, fallback, HarfBuzz",
        sees: ["CHarfBuzz", "Diagnostics", "Glyphs", "Unicode", "Units"]
    ),
    room(
        "Pages",
        "finished pages, as data",
        sees: ["Glyphs", "Structure", "Units"]
    ),
    room(
        "Pictures",
        "what a picture file is: kind, size, pixels",
        sees: ["CJPEG", "CPNG", "CQREncode", "Diagnostics", "Units"]
    ),
    room(
        "Typesetting",
        "blocks set to a measure: paragraphs, tables, lists, pictures",
        sees: [
            "Arrangement", "Diagnostics", "Flow", "Glyphs", "Hyphenation", "Linebreaking", "Pages",
            "Shaping", "Structure", "Unicode", "Units",
        ]
    ),
    room(
        "Pagination",
        "galleys made up into pages; copyfitting",
        sees: [
            "Arrangement", "Diagnostics", "Flow", "Pages", "Structure", "Typesetting", "Unicode",
            "Units",
        ]
    ),
    room("Imposition", "pages arranged on sheets", sees: ["Pages", "Structure", "Units"]),
    room(
        "Painting",
        "pages to PDF, SVG, PNG",
        sees: [
            "CCairo", "CNumerals", "CRSVG", "Diagnostics", "Glyphs", "Pages", "Pictures",
            "Structure", "Units",
        ]
    ),
    room(
        "Finishing",
        "what the file says about itself",
        sees: ["CDeflate", "Diagnostics", "Digests", "Glyphs", "Pages", "Structure", "Units"]
    ),
    room(
        "Reading",
        "PDFs that come from outside",
        sees: ["CQPDF", "Diagnostics", "Digests", "Structure"]
    ),
]

let product: [Target] = [
    room(
        "Griot",
        "runs the path; the only public API",
        sees: [
            "CMemory", "Content", "Diagnostics", "Digests", "Exchange", "Finishing", "Flow",
            "Glyphs",
            "Hyphenation", "Imposition",
            "Layouts", "Pages", "Pagination", "Painting", "Pictures", "Reading", "Shaping",
            "Structure", "Typesetting", "Unicode", "Units", "Workbooks", "YAML",
        ]
    ),
    command("griot", "the command line", sees: ["Diagnostics", "Griot"]),
    command("stopwatch", "what an edit and layout cost, for the benchmark", sees: ["Griot"]),
    command(
        "probe",
        "single stages, asked by outside judges",
        sees: [
            "Content", "Diagnostics", "Flow", "Hyphenation", "Layouts", "Linebreaking", "Unicode",
            "YAML",
        ]
    ),
]

let testing: [Target] = [
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: rules),
    .target(
        name: "TypeSupport",
        dependencies: [
            "Arrangement", "Diagnostics", "Flow", "Glyphs", "Pages", "Structure", "Typesetting",
            "Units",
        ],
        path: "Tests/TypeSupport",
        swiftSettings: rules
    ),
    tests(of: "Units"),
    tests(of: "Diagnostics"),
    tests(of: "Unicode"),
    tests(of: "Structure"),
    tests(of: "Digests"),
    tests(of: "Linebreaking", sees: ["Units"]),
    tests(of: "Hyphenation", sees: ["CHyphen"]),
    tests(of: "YAML", sees: ["Diagnostics"]),
    tests(of: "Exchange", sees: ["Diagnostics"]),
    tests(of: "Workbooks"),
    tests(of: "Content", sees: ["Diagnostics", "YAML"]),
    tests(of: "Layouts", sees: ["Diagnostics", "Units", "YAML"]),
    tests(
        of: "Flow",
        sees: [
            "Arrangement", "Content", "Diagnostics", "Layouts", "Structure", "Units", "YAML",
        ]
    ),
    tests(
        of: "Shaping",
        sees: ["Diagnostics", "Glyphs", "Layouts", "Unicode", "Units", "YAML"]
    ),
    tests(of: "Pictures", sees: ["Diagnostics", "Units"]),
    tests(
        of: "Typesetting",
        sees: [
            "Arrangement", "Diagnostics", "Flow", "Glyphs", "Hyphenation", "Linebreaking", "Pages",
            "Shaping", "Structure", "TypeSupport", "Units",
        ]
    ),
    tests(
        of: "Pagination",
        sees: [
            "Arrangement", "Diagnostics", "Flow", "Glyphs", "Pages", "Shaping", "Structure",
            "TypeSupport", "Typesetting", "Units",
        ]
    ),
    tests(of: "Imposition", sees: ["Pages", "Structure", "Units"]),
    tests(
        of: "Painting",
        sees: ["CNumerals", "Glyphs", "Pages", "Pictures", "Structure", "Units"]
    ),
    tests(
        of: "Finishing",
        sees: ["Diagnostics", "Glyphs", "Pages", "Painting", "Pictures", "Structure", "Units"]
    ),
    tests(
        of: "Reading",
        sees: [
            "Diagnostics", "Finishing", "Glyphs", "Pages", "Painting", "Pictures", "Structure",
            "Units",
        ]
    ),
    tests(of: "Griot", sees: ["Diagnostics"]),
    .testTarget(name: "HouseTests", path: "Tests/HouseTests", swiftSettings: rules),
]

let package = Package(
    name: "griot",
    products: [
        .library(name: "Griot", targets: ["Griot"]),
        .executable(name: "griot", targets: ["griot"]),
        .executable(name: "probe", targets: ["probe"]),
    ],
    targets: doors + rooms + product + testing
)
