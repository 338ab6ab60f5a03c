import {streetWords} from '../../tools/language/street-words.ts'
import {districts} from '../../world/districts.ts'
import type {Building, Ground} from '../../world/ground/ground.ts'
import {institutionsOf} from '../../world/institutions.ts'

/** What a text names: how many places, those that the ground does not have, and the house, if it names one. */
export type Named = {count: number; unknown: string[]; houses: Building[]}

/** Reads the places in titles, in whatever case letters are, and looks each up on the ground. */
export function placeReader(ground: Ground, renamedOn: number): (title: string, day: number) => Named {
  const lower = (text: string) => text.replaceAll("'", '’').toLowerCase()
  const formsOf = (isBefore: boolean) =>
    ground.streets.map(({name, former}) => {
      const words = streetWords(isBefore && former ? former.uk : name.uk)
      return {on: lower(words.on), of: lower(words.of)}
    })
  const forms = {before: formsOf(true), after: formsOf(false)}
  const houses = Map.groupBy(
    ground.buildings.filter(({street, house}) => street >= 0 && house !== ''),
    ({street, house}) => `${street} ${house.toLowerCase()}`,
  )
  const streetsAt = ground.network.nodes.map(() => new Set<number>())
  for (const {from, to, street} of ground.network.edges)
    if (street >= 0) for (const node of [from, to]) streetsAt[node]!.add(street)
  const shorts = institutionsOf(ground).map(({short}) => short.toLowerCase().replace(/ «.+$/, ''))
  const areas = new Set(ground.areas.flatMap(({name}) => (name ? [name.uk.toLowerCase()] : [])))
  const nominatives: [RegExp, string][] = [
    [/(?:ліцеї|ліцею) № (\d+)/g, 'ліцей № '],
    [/дитячо(?:му|го) сад(?:ку|ка) № (\d+)/g, 'дитячий садок № '],
    [/(?<!стоматологічної )поліклініки № (\d+)/g, 'поліклініка № '],
    [/лікарні № (\d+)/g, 'міська лікарня № '],
  ]
  const areaKinds: [RegExp, string][] = [
    [/парку («[^»]+»)/g, 'парк'],
    [/пляжі («[^»]+»)/g, 'пляж'],
    [/мікрорайон[іу] («[^»]+»)/g, 'мікрорайон'],
    [/житлово(?:му|го) масив[іу] («[^»]+»)/g, 'житловий масив'],
    [/селищі («[^»]+»)/g, 'селище'],
    [/хуторі («[^»]+»)/g, 'хутір'],
    [/урочищі («[^»]+»)/g, 'урочище'],
  ]

  return (title, day) => {
    const text = lower(title)
    const named: Named = {count: 0, unknown: [], houses: []}
    const {before, after} = forms
    const known = day < renamedOn ? before : after
    const isEnd = (rest: string) => /^($|[ ,:!?])/.test(rest)
    const at = (start: string, form: 'on' | 'of') =>
      known.flatMap((words, street) =>
        start.startsWith(words[form]) && isEnd(start.slice(words[form].length))
          ? [{street, rest: start.slice(words[form].length)}]
          : [],
      )
    const find = (isFound: boolean, what: string) => {
      named.count++
      if (!isFound) named.unknown.push(what)
    }

    const crossing = /перехресті (.+)$/.exec(text)?.[1]
    if (crossing) {
      const areStreets = crossing.startsWith('вулиць ')
      const pairs = at(crossing.replace(/^вулиць /, 'вулиці '), 'of').flatMap(one =>
        at(`${areStreets ? 'вулиці ' : ''}${one.rest.replace(/^ (й|і|та) /, '')}`, 'of').map(other => [
          one.street,
          other.street,
        ]),
      )
      const meet = pairs.some(([one, other]) =>
        streetsAt.some(streets => streets.has(one!) && streets.has(other!)),
      )
      find(meet, `перехресті ${crossing}`)
    } else
      for (const match of text.matchAll(
        /(?<=(?:на|у|в) )(вулиці|проспекті|бульварі|провулку|площі|набережній|узвозі|проїзді) (?=\S)/g,
      )) {
        const start = text.slice(match.index)
        const found = at(start, 'on')
        const number = found[0] && /^, (\d[^ ,:!?]*)/.exec(found[0].rest)?.[1]
        const standing = number ? found.flatMap(({street}) => houses.get(`${street} ${number}`) ?? []) : []
        find(found.length > 0 && (!number || standing.length > 0), start)
        named.houses.push(...standing)
      }
    for (const [pattern, nominative] of nominatives)
      for (const [what, number] of text.matchAll(pattern)) find(shorts.includes(nominative + number), what)
    for (const [pattern, kind] of areaKinds)
      for (const [what, own] of text.matchAll(pattern)) find(areas.has(`${kind} ${own}`), what)
    for (const [, own] of text.matchAll(/біля (\S+ого) ринку/g))
      find(areas.has(`${own!.replace(/ого$/, 'ий')} ринок`), `${own} ринку`)
    for (const [what, own] of text.matchAll(/(\S+)ому районі/g))
      find(
        districts.some(
          ({name, former}) => (day < renamedOn && former ? former.uk : name.uk).toLowerCase() === `${own}ий`,
        ),
        what,
      )
    return named
  }
}
