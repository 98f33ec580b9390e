import Glibc
import Synchronization
import Testing

@testable import Griot

@Suite struct ErrandTests {
    @Test func givesWhatAnotherThreadMade() {
        let errand = Errand { pthread_self() }
        #expect(pthread_equal(errand.outcome(), pthread_self()) == 0)
    }

    @Test func givesTheSameHoweverOftenItIsAsked() {
        let errand = Errand { [1, 2, 3].map { $0 * 2 } }
        #expect(errand.outcome() == [2, 4, 6])
        #expect(errand.outcome() == [2, 4, 6])
    }

    @Test func isWaitedForWhereNobodyAsks() {
        final class Count: Sendable { let done = Atomic(0) }
        let count = Count()
        do {
            let errand = Errand {
                usleep(20_000)
                count.done.store(1, ordering: .relaxed)
            }
            _ = errand
        }
        #expect(count.done.load(ordering: .relaxed) == 1)
    }
}
