internal import CLibXML2

/// The tree that libxml2 makes of an HTML page; owns it, and frees it.
///
/// libxml2's HTML parser takes any bytes and always makes a tree of them, as a browser does. It never goes
/// to the network here, and loads no other file.
@safe struct HTMLTree: ~Copyable {
  private let document: htmlDocPtr?

  /// The tree of a page in the encoding of a name that libxml2 knows; one that it doesn't know makes it guess.
  init(_ bytes: [UInt8], charset: String) {
    unsafe document = bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.bindMemory(to: CChar.self).baseAddress
      guard let size = Int32(exactly: buffer.count) else { return nil }
      return unsafe libxml2_readHTML(start, size, charset) ?? libxml2_readHTML(start, size, nil)
    }
  }

  deinit { unsafe xmlFreeDoc(document) }

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
