// Originals, as they came from the phone → photos for the site: three widths in two formats, upright, sRGB, without
// metadata. What was made once is kept in a cache, by content.

import Glibc
import Parallel
import Synchronization

package struct PhotoLibrary: Sendable {
    package var limits = PhotoLimits()
    private let store: PhotoStore
    private let searchPath: String

    /// - Parameters:
    ///   - cache: A folder for finished files, all of its own. It is made where needed.
    ///   - searchPath: Where libvips' programs are looked for; nil: `PATH`.
    package init(cache: String, searchPath: String? = nil) {
        store = PhotoStore(folder: cache)
        self.searchPath = searchPath ?? getenv("PATH").map { String(cString: $0) } ?? ""
    }

    /// Every photo by its name, or the reason why it is not there; photos and faults come from the same run, so that a
    /// damaged photo does not hold back the others.
    ///
    /// An original that is as it was costs a look at its file's size and time, and at those made from it. The others are made on all cores.
    /// - Parameter progress: Called from several threads, one at a time, as photos are done that had to be read.
    package func prepare(
        _ requests: [PhotoRequest], progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) -> (photos: [String: PreparedPhoto], faults: [PhotoFault]) {
        var index = readIndex()
        var photos: [String: PreparedPhoto] = [:]
        var changed: [PhotoRequest] = []
        for request in requests where photos[request.name] == nil {
            if let entry = index.entries[request.name], entry.stamp == Stamp(of: request.path),
                store.holds(entry.rendering)
            {
                photos[request.name] = PreparedPhoto(entry.rendering, of: request.name, in: store)
            } else {
                changed.append(request)
            }
        }
        if changed.isEmpty { return (photos, []) }

        var faults: [PhotoFault] = []
        for (request, result) in zip(changed, make(changed, known: index.renderings, progress)) {
            switch result {
            case .success(let entry):
                index.entries[request.name] = entry
                photos[request.name] = PreparedPhoto(entry.rendering, of: request.name, in: store)
            case .failure(let kind): faults.append(PhotoFault(kind, request.name))
            }
        }
        if let kind = write(index) { faults.append(PhotoFault(kind, nil)) }
        return (photos, summary(of: faults))
    }

    /// What is wrong with photos at the first look: those that are empty, or something else than photos. Whether the others
    /// are whole shows when they are made.
    package func faultsAtFirstLook(_ requests: [PhotoRequest]) -> [PhotoFault] {
        requests.compactMap { request in
            Original.faultAtFirstLook(at: request.path, limit: limits.bytes).map { PhotoFault($0, request.name) }
        }
    }

    /// Forgets the photos that are not named here, and removes their files from the cache.
    ///
    /// Files younger than `age` stay until the next time: another build may just have made them.
    package func removeUnused(keeping names: Set<String>, olderThan age: Duration = .seconds(3600)) {
        let before = readIndex()
        var index = before
        index.entries = before.entries.filter { names.contains($0.key) }
        if index != before { _ = write(index) }
        store.removeAll(except: Set(index.renderings.keys.map { $0[...] }), olderThan: age)
    }
}

// MARK: Making

extension PhotoLibrary {
    private func make(
        _ requests: [PhotoRequest], known: [String: Rendering], _ progress: @Sendable (Int, Int) -> Void
    ) -> [Result<PhotoIndex.Entry, PhotoFault.Kind>] {
        do { try store.create() } catch { return requests.map { _ in .failure(error) } }
        let engine = Engine(searchPath: searchPath)
        let done = Mutex(0)
        return requests.parallelMap { request in
            let result = Result { () throws(PhotoFault.Kind) in try make(request, known: known, by: engine) }
            done.withLock { done in
                done += 1
                progress(done, requests.count)
            }
            return result
        }
    }

    private func make(
        _ request: PhotoRequest, known: [String: Rendering], by engine: Engine?
    ) throws(PhotoFault.Kind) -> PhotoIndex.Entry {
        let original = try Original(path: request.path, limit: limits.bytes)
        let key = original.key
        if let rendering = known[key], store.holds(rendering) {
            return PhotoIndex.Entry(stamp: original.stamp, rendering: rendering)
        }
        guard original.beginsAsPhoto else { throw .notAPicture }
        guard let engine else { throw .engineMissing(photos: 1) }
        let rendering = try store.withWorkFolder { folder throws(PhotoFault.Kind) in
            // A copy, so that what is made comes from the very bytes that the key stands for.
            try Photos.write(original.bytes, to: folder + "/original")
            return try store.adopt(try engine.render(in: folder, limits), from: folder, as: key)
        }
        return PhotoIndex.Entry(stamp: original.stamp, rendering: rendering)
    }

    /// Faults of the machine once, with the number of photos that wait for an engine.
    private func summary(of faults: [PhotoFault]) -> [PhotoFault] {
        let waiting = faults.count { $0.kind == .engineMissing(photos: 1) }
        var seen: Set<PhotoFault> = []
        return faults.filter { seen.insert($0).inserted }.map {
            $0.kind == .engineMissing(photos: 1) ? PhotoFault(.engineMissing(photos: waiting), nil) : $0
        }
    }
}

// MARK: The index

extension PhotoLibrary {
    private func readIndex() -> PhotoIndex {
        guard let file = try? Original(path: store.indexPath, limit: 64 << 20) else { return PhotoIndex() }
        return PhotoIndex(text: file.bytes)
    }

    /// In one step, so that another build reads the old index or the new one.
    private func write(_ index: PhotoIndex) -> PhotoFault.Kind? {
        do throws(PhotoFault.Kind) {
            try store.withWorkFolder { folder throws(PhotoFault.Kind) in
                try Photos.write(index.text, to: folder + "/index")
                try store.adopt(folder + "/index", as: store.indexPath)
            }
            return nil
        } catch { return error }
    }
}
