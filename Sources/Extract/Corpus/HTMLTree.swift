internal import CLibXML2

/// The tree that libxml2 makes of an HTML page; owns it, and frees it.
///
/// libxml2's HTML parser takes any bytes and always makes a tree of them, as a browser does. It never goes
/// to the network here, and loads no other file.
@safe struct HTMLTree: ~Copyable {
  private let document: htmlDocPtr?

  /// The tree of a page. Its encoding is the one that it declares; where it declares none, UTF-8 if it is
  /// that, and else libxml2's guess (Latin-1).
  init(_ bytes: [UInt8]) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
    let encoding: String? = Self.isUTF8(bytes) && !Self.declaresCharset(bytes) ? "UTF-8" : nil
    unsafe document = bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress
      guard let size = Int32(exactly: buffer.count) else { return nil }
      if let encoding {
        return unsafe htmlReadMemory(start, size, nil, encoding, Int32(options))
      }
      return unsafe htmlReadMemory(start, size, nil, nil, Int32(options))
    }
  }

  deinit { unsafe xmlFreeDoc(document) }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Whether a charset is named in the first bytes, where HTML wants it.
  private static func declaresCharset(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased().contains("charset=")
  }

  /// An element of the tree. It must not outlive the tree.
  @safe struct Element {
    fileprivate let node: xmlNodePtr
    /// In small letters.
    let name: String

    fileprivate init(_ node: xmlNodePtr) {
      unsafe self.node = unsafe node
      unsafe name = String(cString: node.pointee.name).lowercased()
    }

    /// An attribute's value; nil where the element has none of that name.
    func attribute(_ name: String) -> String? {
      guard let value = unsafe xmlGetProp(node, name) else { return nil }
      defer { unsafe libxml2_free(value) }
      return unsafe String(cString: value)
    }
  }

  /// A step of a walk over the tree.
  enum Event {
    case text(String)
    case enter(Element)
    case leave(Element)
  }

  /// The element around all others; nil for a page with none.
  var root: Element? {
    guard let root = unsafe xmlDocGetRootElement(document) else { return nil }
    return unsafe Element(root)
  }

  /// All elements of a name (in small letters), in the order of the page.
  func elements(named name: String) -> [Element] {
    var found: [Element] = []
    walk(root) { event in
      if case .enter(let element) = event, element.name == name { found.append(element) }
      return true
    }
    return found
  }

  /// Goes through an element and all in it, in the order of the page, however deep it is.
  ///
  /// - Parameters:
  ///   - start: Where to start; without one, nothing happens.
  ///   - visit: Told of each text, and of each element before and after what is in it; on entering it says
  ///     whether to go in. What it doesn't go into it doesn't leave either.
  func walk(_ start: Element?, _ visit: (Event) -> Bool) {
    guard let start else { return }
    let top = unsafe start.node
    var current = unsafe top
    while true {
      var goesIn = false
      switch unsafe current.pointee.type {
      case XML_ELEMENT_NODE: goesIn = visit(.enter(unsafe Element(current)))
      case XML_TEXT_NODE:
        if let content = unsafe current.pointee.content {
          _ = visit(.text(unsafe String(cString: content)))
        }
      default: break
      }
      if goesIn, let child = unsafe current.pointee.children {
        unsafe current = child
        continue
      }
      if goesIn { _ = visit(.leave(unsafe Element(current))) }
      while unsafe current != top, unsafe current.pointee.next == nil {
        guard let parent = unsafe current.pointee.parent else { return }
        unsafe current = parent
        _ = visit(.leave(unsafe Element(current)))
      }
      guard unsafe current != top, let next = unsafe current.pointee.next else { return }
      unsafe current = next
    }
  }
}
