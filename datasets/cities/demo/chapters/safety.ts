import type {Chapter} from '../chapter.ts'
import {describeShelters} from '../safety/describe-shelters.ts'
import {institutionsOf} from '../safety/institutions.ts'
import {writeInvincibilityPoints} from '../safety/invincibility-points.ts'
import {placeShelters} from '../safety/place-shelters.ts'
import {writeInstitutions} from '../safety/write-institutions.ts'
import {writeShelters} from '../safety/write-shelters.ts'

export const safety: Chapter = {
  id: 'safety',
  title: {uk: 'Укриття, заклади та мережі', en: 'Shelters, institutions and networks'},
  needsGround: true,
  truths: [],
  write(scope, outbox) {
    const {seed, today} = scope
    const ground = scope.ground()
    const institutions = institutionsOf(ground)
    const {hosts} = placeShelters(seed, ground, institutions)
    const shelters = describeShelters(seed, hosts, today)
    return {
      dirt: [
        ...writeShelters(shelters, scope, outbox),
        ...writeInvincibilityPoints(scope, outbox),
        ...writeInstitutions(institutions, shelters, scope, outbox),
      ],
    }
  },
}
