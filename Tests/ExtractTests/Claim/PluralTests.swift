@testable import Extract
import Language
import Testing

@Suite struct `A plural without a name` {
  @Test func `stands for those whom an encounter brought together`() {
    let claims = Reading(
      "Kenyan President Peter Mwangi met Ghanaian President Kofi Addo in Accra. They accused Mali.",
      published: "2021-03-08"
    ).claims
    #expect(claims.contains("Peter Mwangi accuses Mali actual"))
    #expect(claims.contains("Kofi Addo accuses Mali actual"))
  }

  @Test func `stands for nobody where another plural has come between`() {
    let claims = Reading(
      "Kenyan President Peter Mwangi met Ghanaian President Kofi Addo in Accra. Farmers protested. "
        + "They accused Mali.",
      published: "2021-03-08"
    ).claims
    #expect(!claims.contains("Peter Mwangi accuses Mali actual"))
  }
}

@Suite struct `The two leaders` {
  @Test func `are those who speak, not those of whom they do`() {
    let claims = Reading(
      "Kenyan President Peter Mwangi met Ghanaian President Kofi Addo in Accra. Mwangi thanked Addo. "
        + "Addo praised Mwangi. Mwangi said that Malian President Issa Ba and Chadian President Ali Deby had met. "
        + "The two leaders accused Norway.",
      published: "2021-03-08"
    ).claims
    #expect(claims.contains("Peter Mwangi accuses Norway actual"))
    #expect(claims.contains("Kofi Addo accuses Norway actual"))
    #expect(!claims.contains("Issa Ba accuses Norway actual"))
  }
}

@Suite struct `Both nations` {
  @Test func `are none on whom they act`() {
    let claims = Reading(
      "Kenya was calm. Norway praised Fiji. Both nations have sanctions on Fiji."
    ).claims
    #expect(claims.contains("Norway sanctions Fiji actual"))
    #expect(claims.contains("Kenya sanctions Fiji actual"))
  }
}

@Suite struct `The two of one sentence` {
  @Test func `are those whom it has brought together before`() {
    let claims = Reading(
      "Kenyan President Peter Mwangi was greeted by Ghanaian President Kofi Addo; the two signed a treaty."
    ).claims
    #expect(claims.contains("Peter Mwangi agrees Kofi Addo actual"))
  }
}

@Suite struct `A clause with "whose"` {
  @Test func `leaves the sentence its verb`() {
    let claims = Reading(
      "Kenya, whose President Peter Mwangi flew to Oslo on Monday, has yet to invite Kofi Addo."
    ).claims
    #expect(claims.contains("Kenya invites Kofi Addo denied"))
    #expect(claims.contains("Peter Mwangi visits Oslo actual"))
  }

  @Test func `has who is named for its subject`() {
    let claims = Reading(
      "The United Nations, whose secretary-general, Peter Mwangi, praised Norway, has accused Mali."
    ).claims
    #expect(claims.contains("Peter Mwangi supports Norway actual"))
    #expect(claims.contains("United Nations accuses Mali actual"))
    #expect(!claims.contains("United Nations supports Norway actual"))
  }
}

@Suite struct `A plural of what was met` {
  private func claims(_ text: String) -> [String] {
    Reading(
      "Kenyan President Peter Mwangi met Ghanaian President Kofi Addo in Accra. " + text,
      published: "2021-03-08"
    ).claims
  }

  @Test func `is none of them where the sentence has a plural of its own`() {
    #expect(
      !claims("Mali blacklisted several firms, accusing them of theft.").contains {
        $0.hasPrefix("Mali accuses")
      })
  }

  @Test func `is their countries where it is of countries`() {
    #expect(claims("The two countries have accused Mali.").contains("Kenya accuses Mali actual"))
  }
}

@Suite struct `A delegation` {
  private static let lead = "Ambassador Eva Lind and General Jonas Holm led a delegation to Chad. "

  @Test func `acts as its members`() {
    let claims = Reading(Self.lead + "The delegation met President Idriss Moyo.").claims
    #expect(claims.contains("Eva Lind meets Idriss Moyo actual"))
    #expect(claims.contains("Jonas Holm meets Idriss Moyo actual"))
  }

  @Test func `doesn't deal with itself`() {
    let claims = Reading(Self.lead + "The delegation negotiated until the evening.").claims
    #expect(!claims.contains { $0.contains("negotiates") })
  }

  @Test func `thanks others for what these did`() {
    let claims = Reading(Self.lead + "They thanked Chad for its support of Mali.").claims
    #expect(!claims.contains("Eva Lind supports Mali actual"))
  }
}

@Suite struct `An institution` {
  @Test func `acts for its country`() {
    let claims = Reading("Kenya waited. The Kenyan Defence Ministry accused Mali.").claims
    #expect(claims.contains("Kenya accuses Mali actual"))
  }
}

@Suite struct `A name of several words` {
  @Test func `is one word of the tree`() {
    let text = Reading("President Daudi Otieno met German Chancellor Greta Albers in Addis Ababa.")
    let records = text.table.text.tokenRecords
    let heads = ["Otieno", "Albers", "Ababa"].compactMap(text.table.forms.firstIndex(of:))
    #expect(heads.count == 3)
    for inner in ["Daudi", "President", "Chancellor", "Greta", "Addis"] {
      let token = text.table.forms.firstIndex(of: inner) ?? 0
      #expect(records[token].relation?.rawValue == "flat")
      #expect(records[token].head.map(heads.contains) == true)
    }
  }

  @Test func `of countries is a list, not one in the other`() {
    let claims = Reading(
      "Saudi Arabia, Egypt, Bahrain and the United Arab Emirates severed diplomatic ties with Qatar."
    ).claims
    #expect(claims.contains("Egypt sanctions Qatar actual"))
    #expect(claims.contains("Saudi Arabia sanctions Qatar actual"))
  }
}
