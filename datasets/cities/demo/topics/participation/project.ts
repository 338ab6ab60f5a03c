/** A project of the participatory budget. Money in kopiykas. */
export type Project = {
  /** 2024-017 */
  uid: string
  year: number
  kind: 'малий' | 'середній' | 'великий'
  type: 'локальний' | 'загальноміський'
  topic: string
  title: string
  describe: string
  creator: string
  department: string
  district: number | null
  planKopiykas: number
  /** The experts found that it cannot be done: nobody votes on it. */
  isRefused: boolean
  /** How much likelier than another it is voted for. */
  appeal: number
}

/** Up to 150,000 hryvnias a project is small, up to 500,000 middling. */
export const kindOf = (kopiykas: number): Project['kind'] =>
  kopiykas <= 15_000_000 ? 'малий' : kopiykas <= 50_000_000 ? 'середній' : 'великий'
