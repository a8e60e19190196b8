#include "Knowledge.h"

// First the bytes of each file, then the list that gives them their paths.
static const unsigned char ontology[] = {
#embed "ontology.yaml"
};
static const unsigned char style_light[] = {
#embed "styles/light.yaml"
};
static const unsigned char style_dark[] = {
#embed "styles/dark.yaml"
};
static const unsigned char style_print[] = {
#embed "styles/print.yaml"
};
static const unsigned char countries[] = {
#embed "gazetteer/countries.tsv"
};
static const unsigned char cities[] = {
#embed "gazetteer/cities.tsv"
};
static const unsigned char regions[] = {
#embed "gazetteer/regions.tsv"
};
static const unsigned char islands[] = {
#embed "gazetteer/islands.tsv"
};
static const unsigned char organizations[] = {
#embed "gazetteer/organizations.tsv"
};
static const unsigned char parties[] = {
#embed "gazetteer/parties.tsv"
};
static const unsigned char abbreviations[] = {
#embed "gazetteer/abbreviations.tsv"
};
static const unsigned char events[] = {
#embed "gazetteer/events.tsv"
};
static const unsigned char people[] = {
#embed "gazetteer/people.tsv"
};
static const unsigned char heads[] = {
#embed "gazetteer/heads.tsv"
};
static const unsigned char titles[] = {
#embed "gazetteer/titles.tsv"
};
static const unsigned char descriptions[] = {
#embed "gazetteer/descriptions.tsv"
};
static const unsigned char words[] = {
#embed "gazetteer/words.tsv"
};
static const unsigned char first_names[] = {
#embed "gazetteer/first-names.tsv"
};
static const unsigned char cues[] = {
#embed "frames/cues.yaml"
};
static const unsigned char clauses[] = {
#embed "frames/clauses.yaml"
};
static const unsigned char relations[] = {
#embed "frames/relations.yaml"
};
static const unsigned char agreement[] = {
#embed "frames/agreement.yaml"
};
static const unsigned char conflict[] = {
#embed "frames/conflict.yaml"
};
static const unsigned char diplomacy[] = {
#embed "frames/diplomacy.yaml"
};
static const unsigned char names[] = {
#embed "frames/names.yaml"
};
static const unsigned char pressure[] = {
#embed "frames/pressure.yaml"
};
static const unsigned char standing[] = {
#embed "frames/standing.yaml"
};
static const unsigned char support[] = {
#embed "frames/support.yaml"
};
static const unsigned char territory[] = {
#embed "frames/territory.yaml"
};
static const unsigned char family_first[] = {
#embed "names/family-first.tsv"
};
static const unsigned char given_names[] = {
#embed "names/given-names.tsv"
};
static const unsigned char offices[] = {
#embed "names/offices.tsv"
};
static const unsigned char spellings[] = {
#embed "names/spellings.tsv"
};

#define FILE_AT(path, array) {path, array, sizeof array}

// Frames are read in this order: the forms of verbs before the patterns that use them.
static const knowledge_file files[] = {
    FILE_AT("ontology.yaml", ontology),
    FILE_AT("gazetteer/countries.tsv", countries),
    FILE_AT("gazetteer/cities.tsv", cities),
    FILE_AT("gazetteer/regions.tsv", regions),
    FILE_AT("gazetteer/islands.tsv", islands),
    FILE_AT("gazetteer/organizations.tsv", organizations),
    FILE_AT("gazetteer/parties.tsv", parties),
    FILE_AT("gazetteer/abbreviations.tsv", abbreviations),
    FILE_AT("gazetteer/events.tsv", events),
    FILE_AT("gazetteer/people.tsv", people),
    FILE_AT("gazetteer/heads.tsv", heads),
    FILE_AT("gazetteer/titles.tsv", titles),
    FILE_AT("gazetteer/descriptions.tsv", descriptions),
    FILE_AT("gazetteer/words.tsv", words),
    FILE_AT("gazetteer/first-names.tsv", first_names),
    FILE_AT("frames/cues.yaml", cues),
    FILE_AT("frames/clauses.yaml", clauses),
    FILE_AT("frames/relations.yaml", relations),
    FILE_AT("frames/agreement.yaml", agreement),
    FILE_AT("frames/conflict.yaml", conflict),
    FILE_AT("frames/diplomacy.yaml", diplomacy),
    FILE_AT("frames/names.yaml", names),
    FILE_AT("frames/pressure.yaml", pressure),
    FILE_AT("frames/standing.yaml", standing),
    FILE_AT("frames/support.yaml", support),
    FILE_AT("frames/territory.yaml", territory),
    FILE_AT("names/family-first.tsv", family_first),
    FILE_AT("names/given-names.tsv", given_names),
    FILE_AT("names/offices.tsv", offices),
    FILE_AT("names/spellings.tsv", spellings),
    FILE_AT("styles/light.yaml", style_light),
    FILE_AT("styles/dark.yaml", style_dark),
    FILE_AT("styles/print.yaml", style_print),
};

size_t knowledge_file_count(void) { return sizeof files / sizeof files[0]; }

knowledge_file knowledge_file_at(size_t index) { return files[index]; }
