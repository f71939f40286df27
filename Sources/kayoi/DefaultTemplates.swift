import Guide
import Templates
enum DefaultTemplates {
    static var files: [TemplateFile] {
        ((try? GuideFolder(root: "/work/main").templates()) ?? []).map { TemplateFile(name: $0.name, path: $0.name, bytes: $0.bytes) }
    }
}
