import Testing
@testable import Book

