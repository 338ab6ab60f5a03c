const key = 'hromada-token'

/** A token as the browser keeps it: for this tab, until it is closed, and never in a cookie or on the disk. */
export const sessionToken = {
  get: (): string | null => sessionStorage.getItem(key),
  set: (token: string): void => sessionStorage.setItem(key, token),
  forget: (): void => sessionStorage.removeItem(key),
}
