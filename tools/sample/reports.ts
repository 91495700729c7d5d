import type { ProgressReport } from '@/domain/model/entities'

/** Two progress reports with words only: their figures are always computed from the plan. */
export const reports: readonly ProgressReport[] = [
  {
    id: 'report-2026-2',
    name: 'Voortgangsrapportage 2e kwartaal 2026',
    referenceDate: '2026-06-30',
    scope: [],
    coreMessage:
      'Het programma is goed begonnen. In alle gemeenten zijn plannen, en overal wonen de eerste mensen met begeleiding in een eigen huis. De winteropvang in Terborg is dicht. Het tempo van nieuwe woningen is nog te laag om na 2027 op koers te blijven.',
    requestedDecision:
      'Stel de verdeelsleutel op basis van inwoners vast en spreek uit dat elke gemeente haar eerlijk aandeel levert.',
    rating: {
      colour: 'orange',
      cause: 'Veel plannen zitten nog in de fase van idee of verkenning.',
      consequence: 'Na 2027 zijn er te weinig woningen om de opvang verder af te bouwen.',
      adjustment: 'Elke gemeente kiest voor het einde van het jaar welke plannen zij als eerste uitwerkt.',
    },
    risks: [
      {
        id: 'report-2026-2-risk-1',
        text: 'Woningen komen klaar voordat de begeleiding geregeld is.',
        measure: 'Gemeente, corporatie en zorgaanbieder plannen woning en begeleiding samen.',
        owner: 'opgavemanager',
      },
      {
        id: 'report-2026-2-risk-2',
        text: 'De buurt wordt te laat betrokken bij een nieuwe plek.',
        measure: 'Geen besluit over een plek zonder buurtgesprek en beheerplan.',
        owner: 'gebiedsregisseurs van de gemeenten',
      },
      {
        id: 'report-2026-2-risk-3',
        text: 'De verdeling over de gemeenten staat onder druk als enkele gemeenten achterblijven.',
        measure: 'De stuurgroep bespreekt elk half jaar het eerlijk aandeel per gemeente.',
        owner: 'voorzitter van de stuurgroep',
      },
    ],
    outlook:
      'In het derde kwartaal openen de woningen voor beschermd thuis in Lichtenvoorde en sluit een deel van de jongerenopvang. Sité en de gemeente Doetinchem maken de woningen in Doetinchem-Zuid klaar.',
  },
  {
    id: 'report-2026-3',
    name: 'Voortgangsrapportage 3e kwartaal 2026',
    referenceDate: '2026-09-30',
    scope: [],
    coreMessage:
      'De omvorming ligt op schema voor de opvang, maar loopt achter bij het wonen. De opvang is dit jaar kleiner geworden en er wonen meer mensen met begeleiding in een eigen huis. Voor de jaren na 2027 is een groot deel van de ambitie nog niet toegezegd. Op enkele plekken zijn de woningen klaar, maar ontbreekt de begeleiding.',
    requestedDecision:
      'Geef de gemeenten en corporaties opdracht om voor 1 april 2027 vast te leggen welke verkende plannen zij in 2028 uitvoeren. Stem in met losse inkoop van begeleiding waar woningen nu leegstaan.',
    rating: {
      colour: 'orange',
      cause:
        'Plannen voor 2028 en later zijn verkend, maar nog niet toegezegd. Begeleiding is op enkele plekken te laat ingekocht.',
      consequence:
        'Zonder toezeggingen kan de 24-uursopvang in Doetinchem niet op tijd dicht, en staan woningen leeg.',
      adjustment:
        'Toezeggingen per gemeente vastleggen, en woning en begeleiding voortaan in één besluit nemen.',
    },
    risks: [
      {
        id: 'report-2026-3-risk-1',
        text: 'De nachtopvang in Winterswijk sluit voordat de doorstroomwoningen er zijn.',
        measure: 'Uitstel vragen aan de verhuurder en tijdelijke kamers zoeken.',
        owner: 'regiomanager wonen en opvang Leger des Heils',
      },
      {
        id: 'report-2026-3-risk-2',
        text: 'Te weinig begeleiders: woningen zijn klaar, maar blijven leeg.',
        measure: 'Zorgaanbieders delen begeleiders, en de gemeenten kopen eerder in.',
        owner: 'inkopers Wmo van de acht gemeenten',
      },
      {
        id: 'report-2026-3-risk-3',
        text: 'Bouwkosten stijgen, waardoor verbouwingen later of kleiner worden.',
        measure: 'Verbouwen in delen, eenvoudiger ontwerpen en samen steun aanvragen.',
        owner: 'projectleiders vastgoed van de corporaties',
      },
      {
        id: 'report-2026-3-risk-4',
        text: 'Voor Skaeve Huse is nog geen plek die past bij de buurt en de vergunning.',
        measure: 'Twee plekken vergelijken en omwonenden vanaf het begin betrekken.',
        owner: 'gebiedsregisseur gemeente Doetinchem',
      },
    ],
    outlook:
      'Begin 2027 krijgen bewoners de sleutel in Doetinchem-Zuid, Eibergen en Montferland. De stuurgroep besluit in december over de tweede verdieping van de 24-uursopvang. In het voorjaar kiezen gemeenten en corporaties welke verkende plannen doorgaan.',
  },
]
