internal import Glibc
import Pages
import Structure

extension ContentBoundary {
    /// The boundary that a line ends with.
    init?(endOf line: UnsafeBufferPointer<UInt8>) {
        for boundary in ContentBoundary.allCases {
            let length = boundary.operators.utf8CodeUnitCount
            let start = line.count - length
            guard start >= 0, start == 0 || line[start - 1] == 0x20,
                memcmp(line.baseAddress! + start, boundary.operators.utf8Start, length) == 0
            else { continue }
            self = boundary
            return
        }
        return nil
    }
}

extension Artifact {
    /// Source: ISO 32000-1, table 330; ISO 14289-1, 7.8, for running heads and feet.
    var opening: StaticString {
        switch self {
        case .layout: "/Artifact<</Type/Layout>>BDC"
        case .header: "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
        case .footer: "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
        case .page: "/Artifact<</Type/Page>>BDC"
        }
    }
}
