import Testing

@testable import Extract

@Suite struct `A program's identity` {
  @Test func `counts the library that is mapped last, the loader`() {
    #expect(ProgramIdentity.libraries.contains { $0.contains("/ld-") || $0.contains("/ld.so") })
    #expect(ProgramIdentity.libraries.contains { $0.contains("libswiftCore.so") })
  }
}
