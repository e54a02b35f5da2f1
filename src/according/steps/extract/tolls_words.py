"""Tell from its words what kind of people a group is: civilians, children, soldiers, police, medics."""

import re

CIVILIANS = (
    "civilian citizen resident villager worshipper worshiper pilgrim student passenger farmer worker shopper inhabitant refugee "
    "local sibling family families migrant elder expatriate novice monk nun cleric preacher missionary pastor schoolteacher "
    "cleaner vaccinator engineer lawyer judge academic professor lecturer guest customer visitor tourist cyclist motorcyclist "
    "pedestrian electrician technician peasant couple bridegroom spouse grandchild grandchildren churchgoer parishioner trader "
    "hunter tenant teaching orphan imam relative parent father employee teacher bystander nomad shepherd tribesman commuter "
    "merchant trader labourer laborer wedding-goer noncombatant non-combatant mourner protester protestor demonstrator driver "
    "fisherman fishermen miner volunteer shopkeeper passer-by passers-by passerby passersby herder herdsman herdsmen vendor grocer "
    "baker butcher tailor mechanic staff imam priest mayor son daughter brother sister cousin nephew niece uncle aunt wife husband "
    "grandson granddaughter neighbour neighbor"
).split()
CHILDREN = (
    "schoolchild schoolchildren pupil schoolboy schoolgirl child children girl boy infant baby babies minor toddler kid newborn "
    "teenager schoolgirl youngster adolescent"
).split()
WOMEN = "woman women mother grandmother".split()
MEN = ["man", "men"]
MEDICS = "medic doctor nurse paramedic surgeon medical ambulance health rescuer responder pharmacist".split()
JOURNALISTS = "journalist reporter cameraman cameramen photographer correspondent media newsman newsmen".split()
POLICE = "police policeman policemen policewoman policewomen gendarme".split()
COMBATANTS = (
    "soldier troop fighter militant rebel insurgent terrorist jihadist jihadi gunman gunmen militiaman militiamen militia "
    "serviceman servicemen pilot airman airmen commander general colonel lieutenant captain sergeant guard mercenary mercenaries "
    "force forces peshmerga commando marine recruit cadet conscript bomber personnel operative element member officer crewman "
    "crewmen crew radical extremist paramilitary paramilitaries guerrilla sniper leader attacker assailant warrior peacekeeper "
    "combatant infiltrator dissident loyalist separatist reservist paratrooper navigator co-pilot gunner bodyguard "
    "comrade mujahid mujahideen mujahidin defender brother-in-arms"
).split()
UNSPECIFIED = (
    "people person persons other others more victim life lives casualty casualties dead body bodies martyr prisoner detainee "
    "hostage captive foreigner national suspect corpse fatality fatalities death deaths injury injuries inmate wounded injured "
    "individual human soul colleague injure supporter man-made activist defendant survivor member"
).split()
_OBJECTS = (
    "house home building vehicle tank rocket shell missile bomb barrel mile kilometre kilometer km metre meter year day hour week "
    "month minute village town city cities area plane aircraft helicopter drone jet warplane attack strike airstrike raid sortie "
    "ton tonne dollar percent time sheep cow camel animal truck car bus school hospital mosque church shop bridge checkpoint "
    "position site target weapon gun rifle round militia-held country countries nation province district neighbourhood "
    "neighborhood street bakery bakeries breach violation agreement group party parties organisation organization point part front "
    "side base depot warehouse facility facilities boat ship job state incident explosion blast clash clashes battle headline "
    "source report case operation crime massacre war cell mortar projectile artillery piece stage phase issue question reason "
    "factor thing structure tower farm field tent camp barrack outpost convoy device sanction vote step measure effort gain loss "
    "losses level condition front-line line launcher tanker bulldozer trailer carrier computer center centre quarter border "
    "shelter order power number matter container generator tractor bird goat horse donkey dog chicken livestock cattle animal"
).split()
_WORKER_ENDING = re.compile(r"[a-z]{3}(?:ers|ors)$")
_NO_TRADE = frozenset(
    "defender attacker raider invader occupier aggressor collaborator supporter follower backer deserter foreigner stranger "
    "villager ringleader prisoner contender kidnapper captor smuggler murderer killer looter rioter hijacker partner brother "
    "traitor sympathiser sympathizer traitor perpetrator robber hacker".split()
)
_PERSON_ENDING = re.compile(r"(?:ers|ors|ists|men|women|ians|ants|ees|oers|ese|kin)$")
_STAFF = frozenset("worker staff employee personnel member crew".split())
_AID = frozenset("aid humanitarian relief charity ngo un u.n unicef unhcr wfp msf icrc".split())
_KIND_OF = {
    noun: name
    for name, nouns in (
        ("combatants", COMBATANTS), ("civilians", CIVILIANS), ("police", POLICE), ("journalists", JOURNALISTS), ("medics", MEDICS),
        ("women", WOMEN), ("children", CHILDREN),
    )
    for noun in nouns
}  # fmt: skip


def classify_words(words: list[str]) -> str | None:
    """Return the coarse group that the last telling noun names; None when the words count things."""
    lowered = [word.lower().replace("’", "'").removesuffix("'s").removesuffix("'") for word in words]
    last = stem(lowered[-1])
    if last in _OBJECTS:
        return None
    if any((age := YEARS_OLD.match(word)) and int(age[1]) < _OF_AGE for word in lowered):
        return "children"
    if staff := _classify_staff(lowered, last):
        return staff
    if len(lowered) == 1 and last == "guard":
        return "unspecified"
    for word in reversed(lowered):
        kind = _KIND_OF.get(word) or _KIND_OF.get(stem(word))
        if kind:
            return kind
    if stem(lowered[-1]) in MEN:
        return "men"
    if any(stem(word) in UNSPECIFIED or word in UNSPECIFIED for word in lowered):
        return "unspecified"
    if words[-1][0].isupper():
        return "unspecified"
    if _PERSON_ENDING.search(lowered[-1]):
        return "civilians" if _WORKER_ENDING.search(lowered[-1]) and last not in _NO_TRADE else "unspecified"
    return None


def _classify_staff(lowered: list[str], last: str) -> str | None:
    """Read those whose own noun says little: "health workers", "UN staff", "police officers"."""
    if last in _STAFF and any(stem(word) in _AID for word in lowered[:-1]):
        return "aid workers"
    if any(stem(word) in ("medical", "ambulance", "health") for word in lowered[:-1]) and last in (
        "staff",
        "worker",
        "crew",
        "personnel",
        "team",
        "member",
    ):
        return "medics"
    if last == "member" and lowered[:-1] and lowered[-2] in ("staff", "family"):
        return "civilians"
    if "media" in lowered[:-1] and last in ("worker", "activist", "staff"):
        return "journalists"
    if "police" in lowered[:-1] and last in ("officer", "personnel", "member", "force", "recruit"):
        return "police"
    return None


def stem(word: str) -> str:
    """Return the last part of a compound, without a plural s."""
    tail = word.rsplit("-", 1)[-1]
    return tail[:-1] if tail.endswith("s") and not tail.endswith("ss") and len(tail) > 3 else tail


YEARS_OLD = re.compile(r"(\d+)-year-olds?$")
_OF_AGE = 18
