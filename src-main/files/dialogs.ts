import { dialog, type BrowserWindow } from 'electron'
import type { ChooseFolder } from '../backups/service'
import type { FileDialogs } from './service'
import { fileKinds } from './names'

/** The system's own dialogs, in Dutch, hanging on the window. */
export function systemDialogs(window: BrowserWindow): FileDialogs {
  return {
    async chooseToOpen(kind, folder) {
      const { label, extension, alsoOpens = [], openTitle } = fileKinds[kind]
      const answer = await dialog.showOpenDialog(window, {
        title: openTitle,
        buttonLabel: 'Openen',
        ...(folder === null ? {} : { defaultPath: folder }),
        filters: [{ name: label, extensions: [extension, ...alsoOpens] }],
        properties: ['openFile'],
      })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },

    async chooseToSave(kind, startAt) {
      const { label, extension, saveTitle } = fileKinds[kind]
      const answer = await dialog.showSaveDialog(window, {
        title: saveTitle,
        buttonLabel: 'Bewaren',
        defaultPath: startAt,
        filters: [{ name: label, extensions: [extension] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      return answer.canceled || !answer.filePath ? null : answer.filePath
    },

    async mayReplace(name) {
      const answer = await dialog.showMessageBox(window, {
        type: 'warning',
        title: 'Palet',
        message: `“${name}” bestaat al. Wilt u dit bestand vervangen?`,
        buttons: ['Vervangen', 'Annuleren'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      return answer.response === 0
    },

    async chooseFolder(startAt) {
      const answer = await dialog.showOpenDialog(window, {
        title: 'Map kiezen voor de bestanden',
        buttonLabel: 'In deze map bewaren',
        ...(startAt === null ? {} : { defaultPath: startAt }),
        properties: ['openDirectory', 'createDirectory'],
      })
      return answer.canceled ? null : (answer.filePaths[0] ?? null)
    },

    async mayReplaceAll(names) {
      const [only] = names
      const answer = await dialog.showMessageBox(window, {
        type: 'warning',
        title: 'Palet',
        message:
          names.length === 1 && only !== undefined
            ? `“${only}” staat al in deze map. Wilt u dit bestand vervangen?`
            : `${names.length} bestanden staan al in deze map. Wilt u ze vervangen?`,
        detail: names.length === 1 ? '' : listed(names),
        buttons: ['Vervangen', 'Annuleren'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      return answer.response === 0
    },
  }
}

const MOST_NAMED = 10

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  return [...names.slice(0, MOST_NAMED), ...(rest > 0 ? [`en nog ${rest}`] : [])].join('\n')
}

export function folderDialog(window: BrowserWindow): ChooseFolder {
  return async (title) => {
    const answer = await dialog.showOpenDialog(window, {
      title,
      buttonLabel: 'Map kiezen',
      properties: ['openDirectory', 'createDirectory'],
    })
    return answer.canceled ? null : (answer.filePaths[0] ?? null)
  }
}
