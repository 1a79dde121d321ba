### Every word of the window. A part keeps its words in its own section; keys are kebab-case and start with
### the screen (followups-empty). Sentence case; verbs on buttons; … when more input follows.

## Shell

# The window itself: navigation, menus, state line.

## Log

# On stderr, where the window cannot speak.

log-failed = The log cannot be written. Casefile works without it.
log-panic = Casefile stopped because of a fault of its own. What was saved is safe. The place of the fault is in the log in { $folder }

## First run

# What a person sees before there is anything.

## Libraries and cases

# Opening, making and closing them.

## Overview

# A case at a glance.

## Today

# What is due.

## Articles

# The list of articles, and sorting it.

## Reader

# An article and its marks.

reader-text = Text of the article
reader-make-statement = Statement
reader-make-party = Party
reader-make-event = Event
reader-make-follow-up = Follow-up

## Review

# Suggestions and what to do with them.

## Inspector

# The record at the right.

## Statements

# The list of statements, and threads.

## Occasions

# Where words were said or sent.

occasion-label = { $kind }{ $has-from ->
    [yes] {" "}from { $from }
   *[no] {""}
}{ $has-to ->
    [yes] {" "}to { $to }
   *[no] {""}
}{ $has-date ->
    [yes] , { $date }
   *[no] {""}
}

## Links and checks

# Replies between statements; how far a claim has been checked.

## Chronology

# Dates, rows, order.

## Timeline

# Lanes, axis, shelf, legend.

## Parties

# Who speaks and is spoken of.

## Follow-ups

# Questions, calls, deadlines, requests.

## Notes and topics

# Working notes and the tree of topics.

## Search

# The field, the results, the syntax.

## Import

# Progress and results of bringing files in.

import-empty = The file is empty.
import-not-read-yet = The file is kept, its text not read yet: it is { $kind }.
import-malformed = Some bytes are not valid { $encoding }; they show as �.
import-parser-failed = The file could not be read as what it is; its words were kept without their layout.
import-too-deep = The page nests its parts too deeply to be read as a page; its words were kept without their layout.
import-too-large = The page is too large to be read as a page; its words were kept without their layout.
import-no-main-text = No article text was found in the page; all its visible words were kept.
import-kind-pdf = a PDF
import-kind-rtf = a rich text file
import-kind-office = an older Office file
import-kind-docx = a Word document
import-kind-odt = an OpenDocument file
import-kind-epub = an e-book
import-kind-spreadsheet = a spreadsheet
import-kind-slides = a set of slides
import-kind-picture = a picture
import-kind-sound = a sound recording
import-kind-film = a film
import-kind-archive = an archive
import-kind-database = a database
import-kind-other = not a text file

## Export

# Chronologies and copies for others.

export-kind = Chronology
export-title = { $case }: chronology
export-made = Made { $when } with Casefile
export-date = Date
export-what = What was said or happened
export-who = Who
export-source = Source
export-sources = Sources
export-page = p. { $page }
export-empty = There are no entries.
export-problems = Quotations to check
export-problems-count = { $n ->
    [one] One quotation was not found in its source as written: see “Quotations to check”.
   *[other] { $n } quotations were not found in their sources as written: see “Quotations to check”.
  }
export-problem-not-found = is not in { $article } as written.
export-problem-nearly = is not in { $article } as written, which has “{ $words }”.
export-problem-unread = could not be checked: the text of { $article } is not read yet.
export-problem-no-source = was typed without a source.
export-head-hash = State of the library’s journal: { $hash }
export-docx-failed = The Word document could not be made.
export-json-failed = The case could not be written as JSON.

## History

# Undo, redo, what was done when.

op-and-more = { $name } and { $count } more
op-case-new = New case { $name }
op-case-edit = Edit case { $name }
op-case-delete = Delete case { $name } and everything in it
op-article-import = Import { $name }
op-article-write = New note { $name }
op-article-edit = Edit article { $name }
op-article-delete = Delete article { $name }
op-article-read-again = Read { $name } again
op-party-new = New party { $name }
op-party-add-to-case = Add { $name } to the case
op-party-remove-from-case = Take { $name } out of the case
op-party-edit = Edit party { $name }
op-party-alias = Other names of { $name }
op-party-relation = Relation of { $name }
op-party-relation-remove = Remove relation
op-party-merge = Merge { $gone } into { $keep }
op-party-split = Split party { $name }
op-party-delete = Delete party { $name }
op-occasion-new = New { $name }
op-occasion-edit = Edit occasion { $name }
op-occasion-merge = Merge occasion { $name }
op-occasion-delete = Delete occasion { $name }
op-statement-new = Add statement { $name }
op-statement-edit = Edit statement { $name }
op-statement-merge = Merge statement { $name }
op-statement-split = Split statement { $name }
op-statement-delete = Delete statement { $name }
op-source-add = Add source to { $name }
op-source-remove = Remove source of { $name }
op-source-page = Set page of a source
op-link-new = Link { $name }
op-link-edit = Change link
op-link-delete = Remove link
op-check = Check { $name }
op-dispute = Disputes of { $name }
op-event-new = Add event { $name }
op-event-edit = Edit event { $name }
op-event-delete = Delete event { $name }
op-follow-up-new = Add follow-up { $name }
op-follow-up-edit = Edit follow-up { $name }
op-follow-up-close = Close follow-up { $name }
op-follow-up-reopen = Reopen follow-up { $name }
op-follow-up-attempt = Attempt at { $name }
op-follow-up-delete = Delete follow-up { $name }
op-topic-new = New topic { $name }
op-topic-rename = Rename topic to { $name }
op-topic-delete = Delete topic
op-topic-mark = Topics of { $name }
op-note-new = Note on { $name }
op-note-edit = Edit note
op-note-delete = Delete note

## Palette and commands

# Names, tooltips and groups of everything a person can do.

## Dialogs

# Questions that wait for an answer.

## Errors

# What went wrong and what to do.

error-record-gone = This record is not there any more. It may have been deleted in another window; undo brings it back.
error-case-on-hold = This case is on hold, so it cannot be deleted.
error-case-on-hold-hint = Take the hold off first.
error-case-needs-title = A case needs a title.
error-party-needs-name = A party needs a name.
error-merge-with-itself = A record cannot be merged with itself.
error-merge-unnamed = An unnamed party cannot be merged: who it is must stay apart.
error-merge-unnamed-hint = If you know who it is, write it in its confidential field.
error-statement-needs-words = A statement needs words: mark them in an article, or type them.
error-source-without-text = The text of this article is not read yet, so nothing in it can be a source.
error-source-without-words = Mark the words in the article first.
error-link-to-itself = A statement cannot answer itself.
error-split-needs-sources = Choose some of the sources, not all: those chosen become a statement of their own.
error-event-needs-title = An event needs a line that says what happened.
error-follow-up-needs-title = A follow-up needs a line that says what is to be done.
error-article-needs-text = There is nothing in it yet.
error-topic-needs-name = A topic needs a name.

## Dates

# Dates in plain words.

## Command line

# What the headless commands say.

cli-cannot-open = { $file } cannot be opened: { $reason }

## Sample case

# Names and remarks of the sample case.

## Widgets

# Words that belong to no one screen.
choice-none = not set
dialog-cancel = Cancel
filter-remove = Remove filter { $filter }
notice-close = Close
party-new = New party “{ $name }”
party-remove = Remove { $name }

## Kinds of records

# One word for every code of src/domain/kind.rs: the key is the list, a dash, the code with dashes.

case-status-open = open
case-status-dormant = dormant
case-status-closed = closed

article-kind-news = news
article-kind-letter = letter
article-kind-filing = filing
article-kind-press-release = press release
article-kind-transcript = transcript
article-kind-email = e-mail
article-kind-report = report
article-kind-post = post
article-kind-interview = interview
article-kind-opinion = opinion
article-kind-other = other

reading-unread = unread
reading-keep = keep
reading-later = later
reading-not-relevant = not relevant
reading-done = done

party-kind-person = person
party-kind-organisation = organisation
party-kind-agency = agency
party-kind-office = office
party-kind-outlet = outlet
party-kind-group = group
party-kind-unnamed = unnamed, as described

alias-kind-name = other name
alias-kind-title = title
alias-kind-former-name = former name
alias-kind-misspelling = misspelling

relation-kind-works-for = works for
relation-kind-speaks-for = speaks for
relation-kind-holds-office = holds the office of
relation-kind-part-of = part of
relation-kind-owns = owns
relation-kind-represents = represents
relation-kind-formerly-known-as = formerly known as

occasion-kind-letter = letter
occasion-kind-interview = interview
occasion-kind-press-conference = press conference
occasion-kind-filing = filing
occasion-kind-hearing = hearing
occasion-kind-post = post
occasion-kind-statement = statement to the press
occasion-kind-email = e-mail
occasion-kind-call = phone call
occasion-kind-meeting = meeting
occasion-kind-report = report
occasion-kind-speech = speech
occasion-kind-other = other

occasion-role-from = from
occasion-role-behalf = on behalf of
occasion-role-to = to

holding-holds = is the document itself
holding-reports = reports it

form-verbatim = verbatim
form-paraphrase = paraphrase
form-narration = the outlet’s own voice

statement-kind-claim = claim
statement-kind-denial = denial
statement-kind-demand = demand
statement-kind-promise = promise
statement-kind-admission = admission
statement-kind-position = legal position
statement-kind-question = question
statement-kind-opinion = opinion
statement-kind-prediction = prediction

party-role-speaker = speaker
party-role-behalf = on behalf of
party-role-audience = to
party-role-about = about

link-kind-answers = answers
link-kind-denies = denies
link-kind-concedes = concedes
link-kind-evades = evades
link-kind-repeats = repeats
link-kind-revises = revises
link-kind-supports = supports
link-kind-contradicts = contradicts
link-kind-corrects = corrects
link-kind-withdraws = withdraws

check-status-not-checked = not checked
check-status-checking = checking
check-status-supported = supported
check-status-partly = partly supported
check-status-unsupported = unsupported
check-status-contradicted = contradicted by evidence

follow-up-kind-question = question
follow-up-kind-call = call
follow-up-kind-verify = verify
follow-up-kind-watch = watch
follow-up-kind-deadline = deadline
follow-up-kind-correction = correction
follow-up-kind-document = document request
follow-up-kind-records = records request
follow-up-kind-comment = request for comment

follow-up-status-open = open
follow-up-status-closed = closed
follow-up-status-dropped = dropped

priority-low = low
priority-normal = normal
priority-high = high

record-kind-case = case
record-kind-article = article
record-kind-party = party
record-kind-occasion = occasion
record-kind-statement = statement
record-kind-event = event
record-kind-follow-up = follow-up
record-kind-topic = topic
record-kind-note = note

source-state-exact = matches source
source-state-moved = moved in the source
source-state-ambiguous = found more than once in source
source-state-not-found = not found in source
