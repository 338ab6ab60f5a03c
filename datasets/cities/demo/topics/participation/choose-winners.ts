import type {Project} from './project.ts'

/** Winners, as indices: by votes, as long as the round's money lasts; one that does not fit is passed over. */
export function chooseWinners(projects: Project[], votes: number[], kopiykas: number): Set<number> {
  const order = projects
    .map((project, index) => ({project, index}))
    .filter(({project}) => !project.isRefused)
    .sort((a, b) => votes[b.index]! - votes[a.index]! || a.index - b.index)
  const winners = new Set<number>()
  let left = kopiykas
  for (const {project, index} of order) {
    if (project.planKopiykas > left) continue
    winners.add(index)
    left -= project.planKopiykas
  }
  return winners
}
