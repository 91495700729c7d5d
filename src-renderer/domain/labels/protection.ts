/**
 * What the vault protects, against whom, and what it doesn't. The screen Beveiliging shows these words, and the README of
 * the project holds the same ones; a test keeps them alike.
 */
export const protection: readonly { readonly title: string; readonly points: readonly string[] }[] = [
  {
    title: 'Wat is beschermd',
    points: [
      'Alles wat u in Palet invult: programma’s, projecten, rapporten, het logboek, instellingen en wat u nog niet had bewaard. Op de schijf staat het alleen versleuteld.',
      'De reservekopieën die Palet zelf maakt. Ze openen met uw wachtzin van toen of met uw herstelsleutel.',
      'Palet-bestanden (.palet) die u met een wachtzin bewaart.',
      'Wat een corporatie invult bij een verzegelde vraag van een reviewronde: op de schijf staat het achter de wachtzin van dat bestand.',
      'Elke wijziging staat in het logboek. Wie daar later iets in verandert of weghaalt, wordt door de controle betrapt.',
      'Vergrendeld: de sleutels zijn dan uit het geheugen, op het scherm staat niets van uw werk, en wat Palet op het klembord zette is gewist.',
    ],
  },
  {
    title: 'Tegen wie',
    points: [
      'Iemand die uw laptop vindt of steelt, of de schijf eruit haalt.',
      'Iemand die een reservekopie of een verzegeld bestand in handen krijgt.',
      'Iemand die langskomt terwijl Palet vergrendeld is.',
      'Iemand die bestanden van Palet verandert, verwisselt of door oudere vervangt: Palet merkt het en zegt het.',
    ],
  },
  {
    title: 'Wat is niet beschermd',
    points: [
      'Terwijl Palet ontgrendeld is, kan wie achter uw computer zit alles lezen. Vergrendel als u wegloopt.',
      'Schadelijke programma’s die onder uw account draaien, kunnen meekijken met wat u typt en ziet.',
      'Een wachtzin die makkelijk te raden is of op een briefje bij de laptop ligt.',
      'Wat u zelf uit Palet haalt: een PDF, een tabel, een afdruk of een bestand zonder wachtzin.',
      'Staat ontgrendelen met uw computeraccount aan? Dan beschermt uw computeraccount uw gegevens, niet uw wachtzin.',
      'Wat een corporatie invult bij een vraag zonder wachtzin. Palet versleutelt het, maar de sleutel staat op dezelfde schijf: het houdt toevallig meelezen tegen, niet iemand die de map van Palet heeft.',
      'Hoeveel u bewaart en wanneer: de grootte en de datum van de versleutelde bestanden zijn te zien.',
      'Wie de hele map van Palet terugzet naar een eerdere dag, kan de tijd terugdraaien. Palet merkt dat niet.',
      'Bent u de wachtzin en de herstelsleutel kwijt? Dan zijn de gegevens weg. Niemand kan ze terughalen.',
    ],
  },
]
