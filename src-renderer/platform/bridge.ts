import type { PaletBridge } from '@main/contract'

declare global {
  interface Window {
    readonly palet: PaletBridge
  }
}

/** The one place that takes hold of what the preload offers. */
export function bridge(): PaletBridge {
  return window.palet
}
