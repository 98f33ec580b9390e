package import Diagnostics

extension Diagnostic.Message {
    /// Composing says it, and hearing pages or a finished file; whoever is first says it for all.
    package static var figureWithoutWords: Self {
        let message: Self = "this picture has no description for those who cannot see it"
        return message.about(.description)
    }

    package static var describeThePicture: Self {
        "add ‘alt: …’, or ‘decorative: yes’ where it says nothing"
    }
}
