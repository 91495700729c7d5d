/** Makes calls wait for one another: a double click must not open or make the same programme twice. */
export function takingTurns(): <A extends readonly unknown[], R>(
  work: (...args: A) => Promise<R>,
) => (...args: A) => Promise<R> {
  let tail: Promise<unknown> = Promise.resolve()
  return (work) =>
    (...args) => {
      const result = tail.then(() => work(...args))
      // One that fails must not keep the next from its turn.
      tail = result.catch(() => undefined)
      return result
    }
}
