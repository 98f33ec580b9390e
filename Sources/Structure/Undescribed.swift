package import Diagnostics

extension Diagnostic.Message {
    /// Composing says it, and hearing pages or a finished file; whoever is first says it for all.
    package static var figureWithoutWords: Self {
        "this picture has no description for those who cannot see it"
    }

    package static var describeThePicture: Self {
        "add ‘alt: …’, or ‘decorative: yes’ where it says nothing"
    }
}
