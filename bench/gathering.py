"""The same words for every contestant: a brief of two pages, and reports of any length.

The sentences are put together from a small stock of the house's own, with a fixed seed, so that a
run today and a run next year set the same text.
"""
import random
import unicodedata

SUBJECTS = """the committee|a herder from the north|the border post|every market|the municipality
|the river crossing|a council of elders|the study|the moderator|the customs service|an early rain
|the women’s cooperative|the second panel|a local agreement|the survey|the regional body""".replace("\n", "").split("|")
VERBS = """keeps|describes|has repaired|questions|confirms|depends upon|reports|recommends|records
|will strengthen|overlooks|negotiates|supports|compares|has postponed|remembers""".replace("\n", "").split("|")
OBJECTS = """the corridor between two wells|an agreement that nobody signed|the accounts of the season
|a timetable for consultation|responsibilities at the frontier|the representation of young people
|confidence in public institutions|the protection of civilians|a compromise over grazing
|what the neighbouring villages expect|infrastructure that was promised long ago|its own mandate
|the circumstances of displacement|new approaches to mediation|a quarrel about boundaries""".replace("\n", "").split("|")
TAILS = """, although the evidence remains incomplete|; participants asked for a second reading|
| before the dry season begins|, which surprised most of the audience| in three of the four districts
|, as the interpreters patiently explained| with the consent of both sides|: that, at least, was agreed
| and publishes the result""".replace("\n", "").split("|")
TOPICS = ["Roads and wells", "Trust in institutions", "The border economy", "Mediation in practice",
          "Young people and work", "What the survey shows", "Regional arrangements", "Open questions"]


def sentence(stock):
    text = " ".join([stock.choice(SUBJECTS), stock.choice(VERBS), stock.choice(OBJECTS)])
    text += stock.choice(TAILS)
    return text[0].upper() + text[1:] + "."


def paragraph(stock, sentences):
    return " ".join(sentence(stock) for _ in range(sentences))

GIVEN = """Awa|Moussa|Inês|Fatou|Adama|Mariame|Ousmane|Aïssatou|Kwame|Zainab|Baba|Chinedu|Amina|Jean-Pierre
|Nadège|Ibrahima|Safiatou|Tiago|Élodie|Abdoulaye|Ngozi|Yacouba|Hawa|Souleymane""".replace("\n", "").split("|")
FAMILY = """Ndiaye|Traoré|Gomes|Diallo|Koné|Sidibé|Touré|Okonkwo|Mensah|Ouédraogo|Cissé|Keïta|Sow|Camara|Bâ|Dossou
|Barry|Coulibaly|Adeyemi|Fofana|Maïga|Sarr|Zongo|Agbo|Lô|Tavares|Issoufou""".replace("\n", "").split("|")
ROLES = ["Programme Coordinator", "Researcher", "Executive Secretary", "Head of Mediation", "Adviser on Border Affairs",
         "Communications Officer", "Project Manager"]
HOUSES = ["Centre for Roads and Wells", "River Valley Observatory", "Council of Border Towns",
          "Institute of Dialogue and Peace", "Association of Herders"]


def plain(name):
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if letter.isascii() and (letter.isalpha() or letter == "-"))


def people(count):
    """So many people, hardly two with the same name and none with the same number."""
    for index in range(count):
        given = GIVEN[index % len(GIVEN)]
        family = FAMILY[(index * 7 + index // len(GIVEN)) % len(FAMILY)]
        yield dict(given=given, family=family, role=ROLES[index % len(ROLES)],
                   organisation=HOUSES[index // 3 % len(HOUSES)],
                   phone=f"+221 33 {800 + index % 200} {index // 100 % 100:02d} {index % 100:02d}",
                   email=f"{plain(given)}.{plain(family)}{index}@example.org")


def report(pages):
    """Sections of headings, justified paragraphs and a table of ten rows, about `pages` long."""
    stock = random.Random(pages)
    sections = []
    for number in range(max(1, round(pages / 1.75))):
        title = f"{TOPICS[number % len(TOPICS)]}, session {number + 1}"
        paragraphs = [paragraph(stock, stock.randint(4, 8)) for _ in range(9)]
        rows = [[stock.choice(SUBJECTS), stock.choice(OBJECTS), str(stock.randint(1, 900))]
                for _ in range(10)]
        sections.append(dict(title=title, paragraphs=paragraphs, rows=rows))
    return dict(name=f"report-{pages}", title="Proceedings of the forum", sections=sections)


def brief():
    """Two pages: a lead, three messages, four sections, a contact."""
    stock = random.Random(24)
    sections = [dict(title=title, paragraphs=[paragraph(stock, 5) for _ in range(2)]) for title in TOPICS[:4]]
    return dict(
        name="brief", title="Who keeps the road open, and who pays for it?", iso="2022-02-24",
        date="Thursday, 24 February 2022", place="Bamako, Mali", lead=paragraph(stock, 3),
        messages=[sentence(stock) for _ in range(3)], sections=sections,
        contact=["Centre for Roads and Wells", "Point E, rue de Fatick", "Fann, Dakar", "+221 33 859 20 02"],
    )
