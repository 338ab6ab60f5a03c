/** A release that is missing or damaged. The message is for operators and may be shown: no path is in it. */
export class UnreadableRelease extends Error {
  constructor(id: string, what: string) {
    super(`The release "${id}" ${what}. Build it again with \`npm run release\`.`)
    this.name = 'UnreadableRelease'
  }
}
