import type {RejectionReason} from '@hromada/api'
import type {Forms} from '../../format.ts'
import {moderationTexts} from './moderation-texts.ts'
import {publishingTexts} from './publishing-texts.ts'

/** Everything that pages of scenarios say. English stands in for a language that is not here. */
const texts = {
  uk: {
    lang: 'uk' as 'uk' | 'en',
    title: 'Публічні сценарії',
    lead: 'Що місто пропонує збудувати, і що на це кажуть мешканці. Кожен сценарій – це варіанти з числами, які можна перерахувати, і коментарі, опубліковані після модерації.',
    noneTitle: (city: string) => `${city}: сценаріїв поки немає`,
    noneText:
      'Сценарій зʼявляється тут, коли планувальник міста публікує пропозицію зі сторінки планування у двійнику.',
    noneOff:
      'Публікацію ще не ввімкнено: у міста немає токена планувальника. Адміністраторові порталу: npm run token -- make --role planner --holder "Назва відділу".',
    noneOpen:
      'Почати пропозицію може кожен: для цього не потрібен токен, а посилання на неї працює й без публікації.',
    toPlanning: 'Відкрити планування',
    failedTitle: 'Сценарії зараз недоступні',
    failedText: 'Сховище сценаріїв не відповідає. Інші сторінки працюють; спробуйте згодом.',
    withdrawnTitle: 'Сценарій відкликано',
    withdrawnOn: (date: string) => `Відкликано ${date}. Причина, яку назвали планувальники:`,
    withdrawnOthers: 'Чинні сценарії',
    publishedBy: 'Опублікувало',
    published: 'Опубліковано',
    changed: 'Змінено',
    versionOf: (version: string) => `версія ${version}`,
    until: 'Коментарі до',
    untilOpen: 'без кінцевої дати',
    download: 'Усі сценарії й коментарі файлом',
    commentForms: {one: 'коментар', few: 'коментарі', many: 'коментарів', other: 'коментаря'} as Forms,
    variantForms: {one: 'варіант', few: 'варіанти', many: 'варіантів', other: 'варіанта'} as Forms,
    pendingCount: (count: string) => `Чекають на рішення: ${count}.`,
    numbers: 'Числа',
    numbersNote:
      'Кожен поверх пораховано завбільшки з контур. Тінь, сонце, правила зони й видимість – у звіті.',
    removed: 'Прибирають будівель',
    pictures: 'План',
    planLabel: (name: string, radius: string) =>
      `План: ${name}. Пропозиція серед будівель у радіусі ${radius} м; північ угорі.`,
    legendProposal: 'пропозиція',
    legendHidden: 'прибирається',
    legendComment: 'місце коментаря',
    noSurroundings: 'Контурів сусідніх будівель у випуску немає, тож на плані лише пропозиція.',
    open3d: 'Відкрити у 3D',
    report: 'Звіт із сонцем, тінню й видимістю',
    document: 'Документ (JSON)',
    versions: 'Попередні версії',
    versionLine: (version: string, when: string) => `Версія ${version}, ${when}`,
    comments: 'Коментарі',
    commentsNone: 'Опублікованих коментарів ще немає.',
    onVersion: (version: string) => `до версії ${version}`,
    unsigned: 'Без підпису',
    redactedNote: 'На місці […] були особисті дані: їх прибрав модератор.',
    answer: (by: string) => `Відповідь міста: ${by}`,
    atPlace: 'Місце на мапі',
    rejected: (count: string) => `Не опубліковано: ${count}`,
    rejectedNote:
      'Текст відхиленого коментаря не показують, а за 30 днів стирають. Причина й дата залишаються.',
    rejectedLine: (number: string, reason: string, when: string) => `№ ${number}: ${reason}, ${when}`,
    reasons: {
      personal_data: 'особисті дані інших',
      insult: 'образи',
      off_topic: 'не про цей сценарій',
      spam: 'реклама або спам',
      unlawful: 'порушує закон',
      repeated: 'повтор',
    } as Record<RejectionReason, string>,
    write: 'Написати коментар',
    writeLead:
      'Без реєстрації й пошти. Модератор прочитає коментар перед публікацією; опублікований стане відкритими даними. Не пишіть телефонів, адрес і чужих імен.',
    text: 'Ваша думка',
    textHint: 'До 4000 знаків.',
    name: 'Як підписати (необовʼязково)',
    place: 'Про яке місце йдеться (необовʼязково)',
    placeHint: 'Градуси, напр. 50,45012 і 30,52340. Або клацніть місце на плані.',
    placeChosen: (lat: string, lon: string) => `Місце обрано: ${lat}; ${lon}.`,
    lat: 'Широта',
    lon: 'Довгота',
    leaveEmpty: 'Залиште це поле порожнім',
    send: 'Надіслати',
    sentTitle: 'Коментар отримано',
    sent: {
      pending:
        'Він чекає на рішення модератора. Збережіть адресу цієї сторінки: за нею видно, що з ним стало.',
      published: 'Його опубліковано.',
      rejected: 'Його не опубліковано. Причина:',
    },
    sentUnknown: 'Такого коментаря немає.',
    notSent: 'Коментар не надіслано',
    closed: {
      no_moderator: 'Коментарі ще не приймають: у міста немає модератора, який би їх прочитав.',
      over: 'Коментарі до цього сценарію вже не приймають.',
    },
    codes: {
      TOKEN_REQUIRED: 'Потрібен токен.',
      TOKEN_REFUSED: 'Токен не діє: його введено з помилкою, відкликано або строк його минув.',
      NOT_ALLOWED: 'Цей токен такого не дозволяє.',
      OTHER_ORIGIN: 'Форму надіслано зі сторінки іншого сайту. Надішліть її звідси.',
      PUBLISHING_OFF: 'Публікацію не ввімкнено: у міста немає токена планувальника.',
      COMMENTS_CLOSED: 'Коментарі до цього сценарію зараз не приймають.',
      SCENARIO_NOT_FOUND: 'Такого сценарію немає.',
      SCENARIO_WITHDRAWN: 'Сценарій відкликано.',
      COMMENT_NOT_FOUND: 'Такого коментаря немає, або його текст уже стерто.',
      FINDINGS_NOT_SEEN: 'У тексті є особисті дані. Приберіть їх або підтвердьте кожен вид.',
      VERSION_CHANGED: 'Хтось змінив це раніше за вас. Прочитайте нове й вирішіть ще раз.',
      BODY_TOO_LARGE: 'Надіслано забагато.',
      INVALID_BODY: 'Надіслане не читається.',
      INVALID_COMMENT: 'Такий коментар не приймають:',
      INVALID_SCENARIO: 'Так опублікувати не можна:',
      TOO_MANY_REQUESTS: 'З вашої мережі вже надійшло забагато. Спробуйте згодом.',
      NO_ROOM: 'Черга переповнена. Спробуйте за кілька днів.',
      SCENARIOS_UNAVAILABLE: 'Сховище сценаріїв зараз недоступне. Спробуйте згодом.',
    } as Record<string, string>,
    commentFaults: {
      text: 'Напишіть, що ви думаєте, – до 4000 знаків.',
      name: 'Підпис – до 80 знаків.',
      place: 'Місце – це широта й довгота, обидві в градусах.',
      away: 'Це місце не в місті.',
    } as Record<CommentFault, string>,
    offline: 'Сервер не відповідає.',
    ...publishingTexts.uk,
    ...moderationTexts.uk,
  },
  en: {
    lang: 'en' as 'uk' | 'en',
    title: 'Public scenarios',
    lead: 'What the city proposes to build, and what residents say to it. A scenario is variants with numbers that anybody can work out again, and comments published after moderation.',
    noneTitle: (city: string) => `${city}: no scenarios yet`,
    noneText:
      'A scenario appears here when a planner of the city publishes a proposal from the twin’s planning page.',
    noneOff:
      'Publishing is not turned on: the city has no token of a planner. For the portal’s administrator: npm run token -- make --role planner --holder "Name of the office".',
    noneOpen: 'Anybody may start a proposal: that needs no token, and a link to it works without publishing.',
    toPlanning: 'Open planning',
    failedTitle: 'Scenarios are not available now',
    failedText: 'The store of scenarios does not answer. Other pages work; try again later.',
    withdrawnTitle: 'The scenario was withdrawn',
    withdrawnOn: (date: string) => `Withdrawn on ${date}. The planners give this reason:`,
    withdrawnOthers: 'Scenarios that stand',
    publishedBy: 'Published by',
    published: 'Published',
    changed: 'Changed',
    versionOf: (version: string) => `version ${version}`,
    until: 'Comments until',
    untilOpen: 'no last day',
    download: 'All scenarios and comments as a file',
    commentForms: {one: 'comment', other: 'comments'} as Forms,
    variantForms: {one: 'variant', other: 'variants'} as Forms,
    pendingCount: (count: string) => `Waiting for a decision: ${count}.`,
    numbers: 'Numbers',
    numbersNote:
      'Every storey counts as large as the footprint. Shade, sun, rules of the zone and sight are in the report.',
    removed: 'Buildings taken away',
    pictures: 'Plan',
    planLabel: (name: string, radius: string) =>
      `Plan: ${name}. The proposal among the buildings within ${radius} m; north is up.`,
    legendProposal: 'proposal',
    legendHidden: 'taken away',
    legendComment: 'place of a comment',
    noSurroundings: 'The release has no outlines of buildings around, so the plan has the proposal alone.',
    open3d: 'Open in 3D',
    report: 'Report with sun, shade and sight',
    document: 'Document (JSON)',
    versions: 'Earlier versions',
    versionLine: (version: string, when: string) => `Version ${version}, ${when}`,
    comments: 'Comments',
    commentsNone: 'No comment has been published yet.',
    onVersion: (version: string) => `on version ${version}`,
    unsigned: 'Unsigned',
    redactedNote: 'Where […] stands there were personal data: a moderator took them out.',
    answer: (by: string) => `The city’s answer: ${by}`,
    atPlace: 'Place on the map',
    rejected: (count: string) => `Not published: ${count}`,
    rejectedNote:
      'The text of a rejected comment is not shown, and is erased after 30 days. Reason and date stay.',
    rejectedLine: (number: string, reason: string, when: string) => `No. ${number}: ${reason}, ${when}`,
    reasons: {
      personal_data: 'personal data of others',
      insult: 'insults',
      off_topic: 'not about this scenario',
      spam: 'advertising or spam',
      unlawful: 'against the law',
      repeated: 'said before',
    } as Record<RejectionReason, string>,
    write: 'Write a comment',
    writeLead:
      'No account and no e-mail. A moderator reads it before it is published; then it becomes open data. Leave out telephone numbers, addresses and names of others.',
    text: 'What you think',
    textHint: 'Up to 4,000 characters.',
    name: 'How to sign it (optional)',
    place: 'Which place it is about (optional)',
    placeHint: 'Degrees, such as 50.45012 and 30.52340. Or click the place on the plan.',
    placeChosen: (lat: string, lon: string) => `Place chosen: ${lat}; ${lon}.`,
    lat: 'Latitude',
    lon: 'Longitude',
    leaveEmpty: 'Leave this field empty',
    send: 'Send',
    sentTitle: 'Your comment has arrived',
    sent: {
      pending:
        'It waits for a moderator’s decision. Keep the address of this page: it shows what becomes of it.',
      published: 'It is published.',
      rejected: 'It is not published. The reason:',
    },
    sentUnknown: 'There is no such comment.',
    notSent: 'The comment was not sent',
    closed: {
      no_moderator: 'Comments are not taken yet: the city has no moderator who would read them.',
      over: 'Comments on this scenario are no longer taken.',
    },
    codes: {
      TOKEN_REQUIRED: 'A token is needed.',
      TOKEN_REFUSED: 'The token is not valid: mistyped, revoked or expired.',
      NOT_ALLOWED: 'This token does not allow that.',
      OTHER_ORIGIN: 'The form was sent from a page of another site. Send it from here.',
      PUBLISHING_OFF: 'Publishing is not turned on: the city has no token of a planner.',
      COMMENTS_CLOSED: 'Comments on this scenario are not taken now.',
      SCENARIO_NOT_FOUND: 'There is no such scenario.',
      SCENARIO_WITHDRAWN: 'The scenario was withdrawn.',
      COMMENT_NOT_FOUND: 'There is no such comment, or its text has been erased.',
      FINDINGS_NOT_SEEN: 'There are personal data in the text. Take them out, or confirm each kind.',
      VERSION_CHANGED: 'Somebody changed it before you. Read what is new and decide again.',
      BODY_TOO_LARGE: 'That was too much at once.',
      INVALID_BODY: 'What was sent cannot be read.',
      INVALID_COMMENT: 'Such a comment is not taken:',
      INVALID_SCENARIO: 'It cannot be published like that:',
      TOO_MANY_REQUESTS: 'Too much has come from your network. Try again later.',
      NO_ROOM: 'The queue is full. Try again in some days.',
      SCENARIOS_UNAVAILABLE: 'The store of scenarios is not available now. Try again later.',
    } as Record<string, string>,
    commentFaults: {
      text: 'Write what you think, in up to 4,000 characters.',
      name: 'A signature has up to 80 characters.',
      place: 'A place is latitude and longitude, both in degrees.',
      away: 'This place is not in the city.',
    } as Record<CommentFault, string>,
    offline: 'The server does not answer.',
    ...publishingTexts.en,
    ...moderationTexts.en,
  },
}

export type ScenarioTexts = (typeof texts)['uk']
export const scenarioTextsIn = (lang: string): ScenarioTexts => (lang === 'uk' ? texts.uk : texts.en)

/** What of a comment was not taken; null where it is something else. */
export type CommentFault = 'text' | 'name' | 'place' | 'away'
export function commentFault({code, detail}: {code: string; detail: string}): CommentFault | null {
  if (code !== 'INVALID_COMMENT') return null
  if (detail === 'place: is not in the city.') return 'away'
  return (/^(text|name|place): /.exec(detail)?.[1] as CommentFault | undefined) ?? null
}

/** What went wrong in the reader's words; where the server's own say more, with them. */
export function faultWords({code, detail}: {code: string; detail: string}, t: ScenarioTexts): string {
  const commented = commentFault({code, detail})
  if (commented) return t.commentFaults[commented]
  const words = t.codes[code]
  return words === undefined ? detail : words.endsWith(':') ? `${words} ${detail}` : words
}
