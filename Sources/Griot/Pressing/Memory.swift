internal import CMemory

/// Asks the system for memory in large pages; what cannot be had so is done without.
///
/// For the start of a program that will soon end.
public func takeLargePages() { griot_take_large_pages() }
