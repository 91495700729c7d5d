import type { PartnerField, ProjectField } from './fields'

/**
 * Headings that stand for a field, as data. `common` is what Dutch municipalities and associations write; `vera` are the
 * terms of VERA, the exchange standard of the housing associations, version 4.2.0.
 * Source: https://github.com/Aedes-datastandaarden/vera-openapi, domains Projectontwikkeling (Project, Projectdoelstelling,
 * Projectfase) and Vastgoed (Cluster, Eenheid, Gemeente). VERA's `Project.soort` (nieuwbouw, renovatie) is no arrangement
 * type, and its `Eenheid.doelgroep` only hints at one, so neither is listed as such.
 */
export interface Synonyms {
  readonly common: readonly string[]
  readonly vera: readonly string[]
}

export const PROJECT_SYNONYMS: Readonly<Record<ProjectField, Synonyms>> = {
  name: {
    common: [
      'projectnaam',
      'project',
      'naam project',
      'locatie',
      'locatienaam',
      'complex',
      'complexnaam',
      'naam complex',
      'arrangement',
      'initiatief',
      'plannaam',
      'adres',
    ],
    // Project.naam, Cluster.naam
    vera: ['naam', 'cluster', 'clusternaam'],
  },
  municipality: {
    common: ['gemeentenaam', 'plaats', 'in gemeente', 'naam gemeente'],
    // Gemeente.naam, Adres.woonplaats
    vera: ['gemeente', 'woonplaats'],
  },
  type: {
    common: [
      'arrangementtype',
      'type arrangement',
      'soort arrangement',
      'woonvorm',
      'type woonvorm',
      'soort woonvorm',
      'vorm',
      'type voorziening',
      'voorziening',
    ],
    vera: [],
  },
  association: {
    common: [
      'woningcorporatie',
      'verhuurder',
      'woningbouwvereniging',
      'corporatie naam',
      'eigenaar vastgoed',
    ],
    vera: [],
  },
  homesPlaces: {
    common: [
      'plekken',
      'aantal plekken',
      'aantal',
      'woningen',
      'aantal woningen',
      'aantal wooneenheden',
      'wooneenheden',
      'plaatsen',
      'aantal plaatsen',
      'capaciteit',
      'aantal units',
    ],
    // Projectdoelstelling and Eenheid
    vera: [
      'eenheden',
      'aantal eenheden',
      'aantalTeBouwenEenheden',
      'aantalTeTransformerenEenheden',
      'aantalGetransformeerdeEenheden',
      'aantalTeRenoverenEenheden',
      'aantalOnzelfstandigeEenheden',
    ],
  },
  homesDate: {
    common: [
      'oplevering',
      'datum oplevering',
      'gereed',
      'datum gereed',
      'verwachte oplevering',
      'geplande oplevering',
      'beschikbaar per',
      'in gebruik per',
      'ingangsdatum',
      'startdatum',
      'per datum',
    ],
    // Eenheid.opleverdatum, Eenheid.inExploitatiedatum, Projectdoelstelling.gewensteEinddatum
    vera: ['opleverdatum', 'inExploitatiedatum', 'gewensteEinddatum'],
  },
  homesStatus: {
    common: ['status plekken', 'status', 'projectstatus', 'stand van zaken', 'planstatus', 'hardheid'],
    vera: [],
  },
  supportPlaces: {
    common: [
      'plekken met begeleiding',
      'aantal met begeleiding',
      'begeleidingsplekken',
      'aantal begeleiding',
    ],
    vera: [],
  },
  supportDate: { common: ['start begeleiding', 'datum begeleiding', 'begeleiding vanaf'], vera: [] },
  supportStatus: { common: ['begeleiding status', 'status zorg'], vera: [] },
  supportProvider: {
    common: [
      'zorgaanbieder',
      'zorgpartij',
      'begeleidende organisatie',
      'begeleiding door',
      'zorgorganisatie',
    ],
    vera: [],
  },
  phase: { common: ['projectstadium', 'stadium', 'fase project'], vera: ['projectfase', 'fasen'] },
  confidence: { common: ['hoe zeker', 'kans', 'haalbaarheid'], vera: [] },
  owner: { common: ['trekker', 'verantwoordelijke', 'actiehouder', 'opdrachtgever'], vera: [] },
  nextStep: { common: ['vervolgstap', 'volgende actie', 'actie', 'vervolg'], vera: [] },
  neighbourhoodContact: { common: ['contact buurt', 'buurtcontact', 'wijkcontact'], vera: [] },
  note: {
    common: ['opmerking', 'opmerkingen', 'toelichting', 'bijzonderheden', 'notities'],
    // Project.omschrijving, Cluster.omschrijving
    vera: ['omschrijving'],
  },
  code: { common: ['palet code', 'palet id', 'code palet'], vera: [] },
}

export const PARTNER_SYNONYMS: Readonly<Record<PartnerField, Synonyms>> = {
  name: {
    common: ['organisatie', 'naam organisatie', 'partner', 'partnernaam', 'instelling', 'organisatienaam'],
    vera: ['naam'],
  },
  kind: {
    common: [
      'soort partner',
      'type partner',
      'soort organisatie',
      'type organisatie',
      'sector',
      'rol partner',
    ],
    vera: ['soort'],
  },
  area: { common: ['gemeenten', 'werkt in', 'regio', 'gebied', 'actief in', 'gemeente'], vera: [] },
  contactRole: {
    common: ['aanspreekpunt', 'rol', 'functie', 'functie aanspreekpunt', 'contactrol'],
    vera: [],
  },
  perspective: { common: ['perspectief', 'visie', 'standpunt', 'belang'], vera: [] },
  note: { common: ['opmerking', 'opmerkingen', 'toelichting', 'notities'], vera: ['omschrijving'] },
  code: { common: ['palet code', 'palet id', 'code palet'], vera: [] },
}

/** Headings of columns about people. Palet keeps roles, not names, so these are never taken over by themselves. */
export const PERSONAL_HEADINGS: readonly string[] = [
  'contactpersoon',
  'naam contactpersoon',
  'telefoon',
  'telefoonnummer',
  'mobiel',
  'e-mail',
  'email',
  'e-mailadres',
  'mailadres',
  'voornaam',
  'achternaam',
  'geboortedatum',
  'bsn',
]

/** Words for a value, beside its Dutch name in Palet. They are offered, never taken without asking. */
export const VALUE_WORDS: Readonly<
  Record<'status' | 'phase' | 'kind' | 'confidence', Readonly<Record<string, readonly string[]>>>
> = {
  status: {
    idea: ['initiatief', 'plan', 'gepland', 'concept'],
    explored: ['verkenning', 'in onderzoek', 'onderzoek', 'haalbaarheid', 'zacht'],
    committed: ['akkoord', 'vastgesteld', 'besloten', 'afgesproken', 'hard'],
    preparing: [
      'voorbereiding',
      'in aanbouw',
      'in uitvoering',
      'in ontwikkeling',
      'realisatie',
      'bouw',
      'vergund',
    ],
    available: [
      'in gebruik',
      'gereed',
      'opgeleverd',
      'verhuurd',
      'gerealiseerd',
      'in exploitatie',
      'bewoond',
      'actief',
    ],
    ended: ['gesloten', 'vervallen', 'gestopt', 'uit exploitatie'],
  },
  // The names of VERA's PROJECTFASESOORT, each laid beside the phase in which the same work is done.
  phase: {
    idea: ['initiatief', 'initiatieffase'],
    exploration: ['verkennen', 'definitiefase', 'onderzoek'],
    agreements: ['afspraken', 'mandaat'],
    location: ['locatie', 'woning', 'ontwerpfase'],
    neighbourhood: ['buurtgesprek', 'beheerplan'],
    decision: ['besluitvorming'],
    preparation: ['voorbereidingsfase', 'realisatie', 'realisatiefase', 'in aanbouw'],
    inUse: ['gereed', 'opgeleverd', 'in beheer', 'nazorgfase', 'exploitatie'],
    evaluation: ['evalueren'],
    ended: ['beëindigd', 'gestopt', 'vervallen'],
  },
  kind: {
    municipality: ['gemeenten'],
    housingAssociation: ['corporatie', 'woningbouwvereniging', 'wocos', 'woningstichting'],
    shelterProvider: ['opvang', 'maatschappelijke opvang'],
    careProvider: ['zorg', 'zorgorganisatie', 'zorginstelling', 'ggz', 'begeleiding'],
    safetyHouse: ['veiligheidshuis', 'zorg en veiligheid'],
    police: [],
    insurer: ['zorgverzekeraar', 'zorgkantoor'],
    expertsByExperience: ['ervaringsdeskundige', 'clientenraad'],
    residents: ['bewonersorganisatie', 'huurdersorganisatie', 'buurt'],
    other: ['overig', 'anders', 'andere'],
  },
  confidence: { certain: ['hoog', 'ja'], likely: ['middel', 'gemiddeld'], uncertain: ['laag', 'nee'] },
}
