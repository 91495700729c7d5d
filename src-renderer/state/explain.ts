import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { FigureQuery } from '../domain/indicators'

/** Which figure the person asked the explanation of. The dialog itself is mounted once, by the app. */
export const useExplain = defineStore('explain', () => {
  const query = shallowRef<FigureQuery | null>(null)

  function open(next: FigureQuery): void {
    query.value = next
  }

  function close(): void {
    query.value = null
  }

  return { query, open, close }
})
