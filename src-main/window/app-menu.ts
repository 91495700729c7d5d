import { Menu, type App } from 'electron'
import type { MenuCommand, Theme } from '../contract'
import { EMPTY_MENU_STATE, menuTemplate, type MenuState } from './menu'

/** Keeps the application menu in step with the window. */
export class AppMenu {
  #state: MenuState = EMPTY_MENU_STATE
  #theme: Theme
  #vaultOpen = false
  readonly #app: App
  readonly #send: (command: MenuCommand) => void

  constructor(app: App, theme: Theme, send: (command: MenuCommand) => void) {
    this.#app = app
    this.#theme = theme
    this.#send = send
    this.#show()
  }

  setState(state: MenuState): void {
    // Labels of an existing item can't change, so the menu is made anew; not for nothing.
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return
    this.#state = state
    this.#show()
  }

  setTheme(theme: Theme): void {
    this.#theme = theme
    this.#show()
  }

  /** Locked, the menu keeps no word of the programme: no label of what could be undone, nothing to do with it. */
  setVaultOpen(vaultOpen: boolean): void {
    this.#vaultOpen = vaultOpen
    if (!vaultOpen) this.#state = EMPTY_MENU_STATE
    this.#show()
  }

  #show(): void {
    const template = menuTemplate(this.#state, {
      theme: this.#theme,
      vaultOpen: this.#vaultOpen,
      forMakers: !this.#app.isPackaged,
      send: this.#send,
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
}
