/// Recognises what pages put around articles: buttons, banners, related links, pleas to subscribe.
enum PageFurniture {
  /// Whether a paragraph is furniture by its look and words alone.
  static func matches(_ shape: BlockShape, _ text: String) -> Bool {
    let count = shape.wordCount
    if count == 0 { return true }
    // A page number, a list's lone number, a mark of the end.
    if shape.plain.allSatisfy({ $0.allSatisfy(\.isNumber) }), count <= 2, !shape.endsSentence,
      !shape.hasYear
    {
      return true
    }
    if text.hasPrefix("<!--") { return true }
    if shape.words.count <= 3, shape.words.allSatisfy(isAddress) { return true }
    if shape.isBracketed, count <= 3, !shape.hasYear, !shape.plain.contains("source") {
      return true
    }
    // A button often shows as its picture's name and its label: "print PRINT".
    if count == 2, !shape.endsSentence, shape.plain[0] == shape.plain[1],
      shape.words[0] != shape.words[1]
    {
      return true
    }
    if count <= 4, !shape.endsSentence, isButton(shape) { return true }
    if isRights(shape, text) { return true }
    return isLead(shape, text) || isPlea(shape, text)
  }

  /// An address of the net or the post: a link, a handle, a tag.
  private static func isAddress(_ word: String) -> Bool {
    word.contains("://") || word.hasPrefix("www.") || word.hasPrefix("@") || word.hasPrefix("#")
      || word.contains("@") && word.contains(".")
  }

  private static func isButton(_ shape: BlockShape) -> Bool {
    if let last = shape.plain.last,
      ["banner", "widget", "popup", "sidebar", "thumbnail", "placeholder"].contains(last)
    {
      return true
    }
    return buttons.contains(shape.plain.filter { !$0.isEmpty }.joined(separator: " "))
  }

  private static let buttons: Set<String> = [
    "advertisement", "advertisements", "advertising", "ad", "sponsored", "sponsored content",
    "promoted", "print", "print article", "print this page", "share", "share this",
    "share this article", "share this story", "share on", "share on facebook", "share on twitter",
    "share on x", "tweet", "tweet this", "email", "e-mail", "email this", "email article", "save",
    "bookmark", "copy link", "link copied", "facebook", "twitter", "whatsapp", "telegram",
    "linkedin", "reddit", "pinterest", "instagram", "youtube", "comments", "comment",
    "leave a comment", "leave a reply", "add comment", "no comments", "view comments",
    "post a comment", "subscribe", "subscribe now", "newsletter", "newsletters", "sign up",
    "sign in", "log in", "login", "register", "menu", "search", "home", "skip to content",
    "skip to main content", "back to top", "top", "next", "previous", "next article",
    "previous article", "next story", "loading", "loading...", "close", "play", "pause", "listen",
    "watch", "mute", "read more", "read next", "read also", "see also", "see more", "view all",
    "show more", "load more", "continue reading", "more", "more on this", "more on this story",
    "more from", "more stories", "more news", "related", "related articles", "related stories",
    "related news", "related topics", "related content", "related links", "related posts",
    "recommended", "recommended for you", "you may also like", "most read", "most popular",
    "most viewed", "popular", "trending", "trending now", "latest", "latest news", "latest stories",
    "top stories", "editor’s picks", "editor's picks", "editors’ picks", "in this story", "topics",
    "tags", "follow us", "contact us", "about us", "privacy policy", "terms of use",
    "terms of service", "cookie policy", "cookies", "accept cookies", "download", "download pdf",
    "download app", "photo gallery", "gallery", "video", "photos", "click here", "donate",
    "support us", "gift article", "story continues below", "article continues below",
  ]

  /// "© 2020 …", "Copyright 2020 …", "All rights reserved."
  private static func isRights(_ shape: BlockShape, _ text: String) -> Bool {
    guard shape.wordCount <= 40 else { return false }
    let small = text.lowercased()
    if small.hasBytes(of: "all rights reserved") { return true }
    // "(c)" alone also numbers the parts of laws.
    return small.hasPrefix("©") || small.hasPrefix("(c) 19") || small.hasPrefix("(c) 20")
      || small.hasPrefix("copyright") && (shape.hasYear || small.hasBytes(of: "©"))
  }

  /// "Read more: …", "Related: …": a link that says so.
  private static func isLead(_ shape: BlockShape, _ text: String) -> Bool {
    guard shape.wordCount <= 30, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let lead = text[..<colon].split(separator: " ").map {
      String($0).lowercased().trimmingPunctuation
    }
    return leads.contains(lead.filter { !$0.isEmpty }.joined(separator: " "))
  }

  private static let leads: Set<String> = [
    "read more", "read also", "also read", "read next", "read", "see also", "related",
    "related story", "related article", "related articles", "related stories", "related news",
    "more", "more on this", "watch", "watch also", "watch now", "listen", "listen now", "explore",
    "recommended", "don't miss", "don’t miss", "tags", "topics", "filed under", "categories",
    "category", "keywords", "share", "follow us", "follow", "click here", "sign up", "subscribe",
    "download", "advertisement", "sponsored",
  ]

  /// Asks the reader to do something for the page: to sign up, follow, donate, allow.
  ///
  /// Such a plea speaks to the reader (or begins with what the reader should do), and of a thing that pages
  /// have and politics hardly has. Speech in quotation marks is never one.
  private static func isPlea(_ shape: BlockShape, _ text: String) -> Bool {
    guard shape.wordCount <= 45, !["“", "”", "\""].contains(where: text.hasBytes) else {
      return false
    }
    if shape.namesSpeaker { return false }
    let small = shape.plain.joined(separator: " ")
    if phrases.contains(where: small.hasBytes) { return true }
    guard shape.wordCount <= 30 else { return false }
    let words = Set(shape.plain)
    let asks = shape.plain.first.map { asking.contains($0) } ?? false
    let speaks = asks || !words.isDisjoint(with: ["you", "your", "us", "our", "we"])
    return speaks && !words.isDisjoint(with: pageThings)
      || asks && !words.isDisjoint(with: commonThings)
  }

  /// Whether a paragraph praises the page's own work, as pages do beside a plea to subscribe; by itself it may
  /// be of an article on the press.
  static func praisesItself(_ shape: BlockShape) -> Bool {
    shape.wordCount <= 40
      && !Set(shape.plain).isDisjoint(with: [
        "journalism", "newsroom", "readers", "journalists", "reporting",
      ])
  }

  private static let asking: Set<String> = [
    "sign", "subscribe", "follow", "click", "download", "register", "log", "join", "get", "support",
    "donate", "like", "share", "send", "listen", "watch", "visit", "please", "become", "want",
    "enter", "choose", "tap", "stay",
  ]

  /// What pages speak of and articles hardly do.
  private static let pageThings: Set<String> = [
    "newsletter", "newsletters", "subscribe", "subscribing", "subscription", "subscriptions",
    "cookies", "paywall", "ad-blocker", "adblocker", "javascript", "unsubscribe",
  ]

  /// What articles speak of too.
  private static let commonThings: Set<String> = [
    "app", "apps", "inbox", "whatsapp", "telegram", "podcast", "podcasts", "browser", "updates",
    "facebook", "twitter", "instagram", "youtube", "donation",
  ]

  private static let phrases: Set<String> = [
    "sign up for our", "sign up to our", "subscribe to our", "follow us on",
    "join our mailing list", "our journalism", "support independent journalism",
    "this website uses cookies", "this site uses cookies", "we use cookies", "enable javascript",
    "in your browser", "your email address", "continue reading", "click here to",
    "delivered to your inbox", "straight to your inbox", "already a subscriber",
    "terms of service apply", "a missing or corrupt", "story continues below",
    "article continues below", "by subscribing", "by signing up", "download our app",
  ]
}
