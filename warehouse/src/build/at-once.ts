/**
 * Works through items, so many at once.
 * @throws what the first failing work threw, after the others under way have ended
 */
export async function atOnce<T>(many: number, items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  let failure: {error: unknown} | null = null
  const worker = async () => {
    while (waiting.length > 0 && !failure)
      await work(waiting.shift()!).catch(error => {
        failure ??= {error}
      })
  }
  await Promise.all(Array.from({length: many}, worker))
  if (failure) throw (failure as {error: unknown}).error
}
