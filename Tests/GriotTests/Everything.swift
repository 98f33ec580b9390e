import Foundation
import Testing

enum Everything {
    /// All that a stranger could find in a file: its name, the words of its pages, and every string
    /// and stream of it, unpacked: structure, metadata, attachments.
    static func said(in path: String) throws -> String {
        let name = URL(filePath: path).lastPathComponent
        guard path.hasSuffix(".pdf") else {
            return name + (try String(contentsOfFile: path, encoding: .utf8))
        }
        let script = """
            import sys, pikepdf
            def walk(o, seen, depth=0):
                if o.is_indirect:
                    if o.objgen in seen: return
                    seen.add(o.objgen)
                if isinstance(o, pikepdf.Stream):
                    out(o.read_bytes()); walk_keys(o, seen)
                elif isinstance(o, pikepdf.Dictionary): walk_keys(o, seen)
                elif isinstance(o, pikepdf.Array):
                    for i in o: step(i, seen)
                elif isinstance(o, pikepdf.String): out(str(o).encode())
            def step(i, seen):
                if isinstance(i, pikepdf.Object): walk(i, seen)
                elif isinstance(i, (str, bytes)): out(i if isinstance(i, bytes) else i.encode())
            def walk_keys(o, seen):
                for k in o.keys():
                    out(k.encode())
                    step(o[k], seen)
            def out(b): sys.stdout.buffer.write(b + b'\\n')
            sys.setrecursionlimit(100000)
            pdf = pikepdf.open(sys.argv[1])
            seen = set()
            for o in pdf.objects: walk(o, seen)
            step(pdf.trailer, seen)
            """
        let inside = try ask("/usr/bin/python3", "-c", script, path)
        #expect(inside.isContent)
        return name + inside.text + (try ask("pdftotext", path, "-").text)
            + (try ask("pdfinfo", path).text)
    }
}
