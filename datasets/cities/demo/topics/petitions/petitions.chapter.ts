import type {Chapter} from '../../chapter.ts'
import {dayMinutes} from '../../tools/time/kyiv-clock.ts'
import type {Petition} from './petition.ts'
import {filingMinutes, filingsOn} from './petition-filings.ts'
import {livePetition} from './petition-life.ts'
import {PetitionList, petitionListFile} from './petition-list.ts'
import {PetitionScrapes, signatureTimesFile, snapshotFiles} from './petition-scrapes.ts'
import {lateKind} from './petition-topics.ts'
import {PlaceBook} from './place-book.ts'
import {copiedTitle, dropTitle, nightTitle, plantedPetitions, zeroTitle} from './planted-petitions.ts'
import {PublishedPetitions} from './published-petitions.ts'

export const petitions: Chapter = {
  id: 'petitions',
  title: {uk: 'Електронні петиції', en: 'E-petitions'},
  thread: 'first',
  truths: [
    {
      id: 'petition-signed-at-night',
      title: {
        uk: 'Одну петицію підписали дев’ятсот разів за дві нічні години',
        en: 'One petition was signed nine hundred times in two hours of a night',
      },
      where: {
        uk: `${signatureTimesFile}: «${nightTitle}», одна ніч серед тижня між 02:00 та 04:00, підпис кожні вісім секунд. У ${snapshotFiles} того дня стрибок, і поріг досягнуто одним махом.`,
        en: `${signatureTimesFile}: «${nightTitle}», one night in the middle of a week between 02:00 and 04:00, a signature every eight seconds. On that day the count in ${snapshotFiles} leaps over the threshold.`,
      },
    },
    {
      id: 'petition-rules-changed',
      title: {
        uk: 'Після зміни правил поріг долають частіше',
        en: 'More petitions reach the threshold since the rules changed',
      },
      where: {
        uk: `${petitionListFile}: threshold 1000 стає 600 (районні: 350 – 200), а збір скорочується з 90 днів до 60. Частка петицій, що мають thresholdDate, серед тих, чий збір закінчився, зростає щонайменше в півтора раза.`,
        en: `${petitionListFile}: threshold falls from 1000 to 600 (districts: 350 to 200), collecting from 90 days to 60. Of petitions whose collection is over, the share with a thresholdDate rises by half or more.`,
      },
    },
    {
      id: 'petition-topic-answered-late',
      title: {
        uk: `На петиції з теми «${lateKind}» завжди відповідають із запізненням`,
        en: `Petitions about transport («${lateKind}») are always answered late`,
      },
      where: {
        uk: `${petitionListFile}: робочі дні від noticeDate до answerDate за темами kind. Інші теми вкладаються в десять днів у трьох випадках із чотирьох, ця – у жодному.`,
        en: `${petitionListFile}: working days from noticeDate to answerDate by kind. Other topics keep to ten days three times out of four, this one never.`,
      },
    },
    {
      id: 'petition-copied',
      title: {
        uk: 'Одну петицію списано тричі, тож підписи розпорошено',
        en: 'One petition was copied three times, and its signatures scattered',
      },
      where: {
        uk: `${petitionListFile}: «${copiedTitle}» і ще три майже з тим самим content. Жодна не набрала 600, а разом їх підписали понад 600 разів.`,
        en: `${petitionListFile}: «${copiedTitle}» and three more with almost the same content. None reached 600; together they were signed more than 600 times.`,
      },
    },
    {
      id: 'petition-count-zero',
      title: {uk: 'Лічильник на день показав нуль', en: 'A counter showed zero for a day'},
      where: {
        uk: `${snapshotFiles}: «${zeroTitle}», один день count = 0 між звичайними значеннями: помилка сайту, а не людей.`,
        en: `${snapshotFiles}: «${zeroTitle}», count is 0 on one day between ordinary values: the site’s fault, not people’s.`,
      },
    },
    {
      id: 'petition-count-falls',
      title: {
        uk: 'Двадцята частина підписів зникла й не повернулася',
        en: 'A twentieth of the signatures went and did not come back',
      },
      where: {
        uk: `${snapshotFiles}: «${dropTitle}», за один день count меншає на 5 % і росте далі вже від меншого.`,
        en: `${snapshotFiles}: «${dropTitle}», count falls by 5 % in a day and goes on from there.`,
      },
    },
  ],

  write(scope, outbox) {
    const {seed, scale, today, firstDay, events, ground} = scope
    const list = new PetitionList(scope, outbox)
    const scrapes = new PetitionScrapes(scope, outbox)
    const book = new PlaceBook(ground(), events.renamedOn)
    const planted = plantedPetitions(book)
    const world = {seed, today, events, book, published: new PublishedPetitions()}
    for (let day = firstDay; day < today; day++) {
      const minutes = filingMinutes(day, filingsOn(day, firstDay, seed, scale), seed)
      const take = (petition: Petition) => {
        list.add(petition)
        scrapes.follow(petition)
      }
      minutes.forEach((minute, index) => {
        take(livePetition(world, {day, number: index + 1, minute, key: index}))
      })
      let number = minutes.length
      planted.forEach((plan, index) => {
        if (today - plan.daysAgo !== day) return
        // The last of its day, so that the others keep their numbers.
        const minute = Math.min(dayMinutes - 1, Math.max(19 * 60 + 12, (minutes.at(-1) ?? 0) + 7))
        take(livePetition(world, {day, number: ++number, minute, key: `planted ${index}`}, plan))
      })
      scrapes.take(day)
    }
    return {dirt: [...list.close(), ...scrapes.close()]}
  },
}
