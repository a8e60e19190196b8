import Glibc

/// Runs a program with input and waits for what it writes, for a limited time.
///
/// All three streams are served at once, so that neither side waits for the other however much
/// flows.
struct ChildProcess {
  /// How a program ended.
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    /// It was still running at the end of the time, and was killed.
    case timedOut
  }

  /// What came of it.
  struct Result {
    var ending: Ending
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// It could not be started.
  struct StartError: Error {
    let code: Int32
    var description: String { unsafe String(cString: strerror(code)) }
  }

  /// Starts `program` and serves it until it ends.
  ///
  /// - Throws: `StartError` where the system refuses to.
  static func run(
    _ program: String, arguments: [String], input: [UInt8], limit: Duration
  ) throws(StartError) -> Result {
    var streams: [Stream] = []
    var childEnds: [Int32] = []
    defer {
      for descriptor in childEnds { close(descriptor) }
      for stream in streams where stream.isOpen { close(stream.descriptor) }
    }
    for number in 0..<3 {
      let (ours, childs) = try connection()
      streams.append(Stream(descriptor: ours, pending: number == 0 ? input[...] : []))
      childEnds.append(childs)
      _ = fcntl(ours, F_SETFL, fcntl(ours, F_GETFL) | O_NONBLOCK)
    }

    let child = try spawn(program, arguments, childEnds)
    for descriptor in childEnds { close(descriptor) }
    childEnds = []

    let deadline = ContinuousClock.now + limit
    let finished = serve(&streams, until: deadline) && hasEnded(child, by: deadline)
    if !finished { kill(child, SIGKILL) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    let ending: Ending =
      !finished ? .timedOut : signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    return Result(ending: ending, output: streams[1].received, errors: streams[2].received)
  }

  private struct Stream {
    let descriptor: Int32
    var pending: ArraySlice<UInt8> = []
    var received: [UInt8] = []
    var isOpen = true
  }

  /// The two ends of a connection. Sockets rather than pipes: they take input without SIGPIPE when
  /// the program has stopped reading.
  private static func connection() throws(StartError) -> (Int32, Int32) {
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    var pair: [Int32] = [-1, -1]
    let result = unsafe pair.withUnsafeMutableBufferPointer { pair in
      unsafe socketpair(AF_UNIX, type, 0, pair.baseAddress)
    }
    guard result == 0 else { throw StartError(code: errno) }
    return (pair[0], pair[1])
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ ends: [Int32]
  ) throws(StartError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in ends.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    let vector = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe vector.indices { unsafe free(vector[index]) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, program, &actions, nil, vector, environ)
    guard code == 0 else { throw StartError(code: code) }
    return child
  }

  /// Writes and reads until the program has closed both its outputs. False where the time ends
  /// first.
  private static func serve(_ streams: inout [Stream], until deadline: ContinuousClock.Instant)
    -> Bool
  {
    closeIfSent(&streams[0])
    while streams[1].isOpen || streams[2].isOpen {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return false }
      let milliseconds = Int32(
        clamping: left.components.seconds * 1000 + left.components.attoseconds
          / 1_000_000_000_000_000 + 1)
      let open = streams.indices.filter { streams[$0].isOpen }
      var polls = open.map {
        pollfd(
          fd: streams[$0].descriptor, events: Int16($0 == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      let ready = unsafe poll(&polls, nfds_t(polls.count), min(milliseconds, 60_000))
      if ready < 0 && errno != EINTR { return false }
      for (index, poll) in zip(open, polls) where ready > 0 && poll.revents != 0 {
        if index == 0 { send(&streams[0]) } else { receive(&streams[index]) }
      }
    }
    return true
  }

  private static func send(_ stream: inout Stream) {
    let descriptor = stream.descriptor
    let count = unsafe stream.pending.withUnsafeBytes { bytes in
      unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    }
    if count > 0 {
      stream.pending = stream.pending.dropFirst(count)
    } else if errno != EAGAIN && errno != EINTR {
      stream.pending = []
    }
    closeIfSent(&stream)
  }

  private static func closeIfSent(_ stream: inout Stream) {
    guard stream.isOpen && stream.pending.isEmpty else { return }
    close(stream.descriptor)
    stream.isOpen = false
  }

  private static func receive(_ stream: inout Stream) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let descriptor = stream.descriptor
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe read(descriptor, bytes.baseAddress, bytes.count)
    }
    if count > 0 {
      stream.received += buffer.prefix(count)
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      close(stream.descriptor)
      stream.isOpen = false
    }
  }

  /// Waits, without taking its status, for the program to end. It has closed its outputs, so this
  /// is short.
  private static func hasEnded(_ child: pid_t, by deadline: ContinuousClock.Instant) -> Bool {
    while true {
      var information = unsafe siginfo_t()
      let code = unsafe waitid(P_PID, id_t(child), &information, WEXITED | WNOHANG | WNOWAIT)
      if code != 0 && errno != EINTR { return true }
      let signal = unsafe information.si_signo
      if code == 0 && signal == SIGCHLD { return true }
      if ContinuousClock.now >= deadline { return false }
      usleep(500)
    }
  }
}
