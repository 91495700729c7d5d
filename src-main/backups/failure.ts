import { BridgeFailure, systemCode } from '../files/failure'

/** The folder of a place is not there, or is another one than was chosen. */
export function folderGone(label: string): BridgeFailure {
  return new BridgeFailure(
    'file-not-found',
    `De map “${label}” is er niet. Sluit de schijf of usb-stick aan, of kies een andere map.`,
  )
}

/** Where a stick was, Linux may leave an empty folder of the same name: a backup there would be no backup. */
export function otherFolder(label: string): BridgeFailure {
  return new BridgeFailure(
    'place-refused',
    `De map “${label}” is niet meer de map die u koos. Misschien zit er een andere schijf of usb-stick in. ` +
      'Sluit de goede aan, of kies de map opnieuw.',
  )
}

export function backupWriteFailure(error: unknown, label: string): BridgeFailure {
  if (error instanceof BridgeFailure) return error
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(label)
    case 'EFBIG':
      return new BridgeFailure(
        'file-too-large',
        `De reservekopie is te groot voor de schijf van “${label}” en is daar niet bewaard. Kies een andere map.`,
      )
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new BridgeFailure(
        'no-access',
        `In de map “${label}” mag Palet niet schrijven: de reservekopie is daar niet bewaard. ` +
          'Kies een andere map of vraag om toegang.',
      )
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
      return folderGone(label)
    default:
      return new BridgeFailure(
        'write-failed',
        `De reservekopie is niet bewaard in de map “${label}”. Controleer de schijf of de netwerkverbinding.`,
      )
  }
}

export function diskFull(label: string): BridgeFailure {
  return new BridgeFailure(
    'disk-full',
    `De schijf van de map “${label}” is vol: de reservekopie is daar niet bewaard. ` +
      'Maak ruimte vrij of kies een andere map.',
  )
}

export function alreadyThere(label: string): BridgeFailure {
  return new BridgeFailure(
    'write-failed',
    `In de map “${label}” staat al een reservekopie met deze naam. Die is niet veranderd. Probeer het zo nog eens.`,
  )
}

export function chooseRefusal(message: string): BridgeFailure {
  return new BridgeFailure('place-refused', message)
}
