/** So many titles back nobody uses the same words again. */
const titlesKept = 2500

/** What is on the site when somebody writes a petition: bounded, however many there have been. */
export class PublishedPetitions {
  /** In the order of their coming, the oldest first. */
  #titles = new Set<string>()
  /** By what they ask for and where: the newest. */
  #newest = new Map<string, {uid: string; opened: number; closes: number}>()

  hasTitle(title: string): boolean {
    return this.#titles.has(title.toLowerCase())
  }

  addTitle(title: string): void {
    this.#titles.add(title.toLowerCase())
    if (this.#titles.size > titlesKept) this.#titles.delete(this.#titles.values().next().value!)
  }

  open(about: string, uid: string, opened: number, closes: number): void {
    this.#newest.delete(about)
    this.#newest.set(about, {uid, opened, closes})
    if (this.#newest.size > titlesKept) this.#newest.delete(this.#newest.keys().next().value!)
  }

  /** The petition about the same that collects signatures on this day. */
  twinOf(about: string, day: number): string | undefined {
    const newest = this.#newest.get(about)
    return newest && newest.opened <= day && day < newest.closes ? newest.uid : undefined
  }
}
