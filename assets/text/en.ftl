### Every word of the window. A part keeps its words in its own section; keys are kebab-case and start with
### the screen (followups-empty). Sentence case; verbs on buttons; … when more input follows.

## Shell

# The window itself: navigation, menus, state line.

app-name = Casefile
nav-today = Today
nav-search = Search
nav-parties = Parties
nav-cases = All cases
nav-cases-heading = Cases
tab-overview = Overview
tab-articles = Articles
tab-statements = Statements
tab-chronology = Chronology
tab-parties = Parties
tab-follow-ups = Follow-ups
tab-timeline = Timeline
menu-open = Menu
right-pane-close = Close the pane
foot-saved = Saved { $time }
foot-not-all-kept = Not all that is typed is kept
foot-all-saved = All changes are saved
foot-read-only = Open for reading only

notice-try-again = Try again
notice-undone = Undone: { $what }
notice-undone-elsewhere = the last change in another case
notice-redone = Brought back: { $what }
notice-done = Done: { $what }
notice-nothing-to-undo = There is nothing to undo.
notice-nothing-to-redo = There is nothing to bring back.
notice-select-statement = Select a statement to copy its quote.
notice-nothing-copied = Nothing was copied: the statements are not there any more.
notice-copied = { $count ->
    [one] Copied one quote with its source.
   *[other] Copied { $count } quotes with their sources.
}
notice-checked = The library is whole: file, texts, originals and history agree.
notice-check-found = { $count ->
    [one] One problem: { $first }
   *[other] { $count } problems, the first: { $first }
}
notice-backed-up = Backed up and checked: { $file }
notice-show-folder = Show folder
notice-show = Show
notice-came-in = { $count ->
    [one] A file came into “{ $case }”
   *[other] { $count } files came into “{ $case }”
}
notice-watched-gone = The watched folder { $folder } is not there. Its files come in once it is back.
notice-watched-back = The watched folder { $folder } is back.
notice-imported = { $count ->
    [one] One file was imported into “{ $case }”
   *[other] { $count } files were imported into “{ $case }”
}
notice-already-here = This text is in the case already.
notice-original-saved = Saved { $file }
notice-original-verified = The original of { $file } is unchanged: SHA-256 { $sha }, computed on { $day }.
notice-read-again-versions = { $count ->
    [one] One article reads differently now: that is a new version.
   *[other] { $count } articles read differently now: those are new versions.
} { $left ->
    [0] All sources were found in them.
    [one] One source was not found and stays on the version before.
   *[other] { $left } sources were not found and stay on the versions before.
}
notice-read-in = Read in { $encoding } as version { $n }. { $moved ->
    [0] { "" }
    [one] One source went over to it.{ " " }
   *[other] { $moved } sources went over to it.{ " " }
}{ $left ->
    [0] { "" }
    [one] One was not found in these letters and stays on the version before.
   *[other] { $left } were not found in these letters and stay on the version before.
}
notice-read-in-same = In { $encoding } it reads the same.
notice-read-in-nothing = It cannot be read in { $encoding }.
notice-read-again = { $count ->
    [0] None of these can be read yet.
    [one] The text of one article is read now.
   *[other] The texts of { $count } articles are read now.
}

## Log

# On stderr, where the window cannot speak.

log-failed = The log cannot be written. Casefile works without it.
log-panic = Casefile stopped because of a fault of its own. What was saved is safe. The place of the fault is in the log in { $folder }

## First run

# What a person sees before there is anything.

first-run-title = Drop article files here to start a case
first-run-note = Or a whole folder of them: the case is named after it. Titles, outlets and dates are filled in. Nothing leaves this computer.
first-steps = The first three steps
first-steps-close = Close the first steps
first-steps-mark = Select a sentence in an article, press S, then Enter: it is on the timeline.
first-steps-find = Click it there: you are back at its words.
first-steps-copy = Press Ctrl+Shift+C: it is copied with its source.

## Libraries and cases

# Opening, making and closing them.

cases-recent = Recent libraries
cases-articles = { $count ->
    [one] one article
   *[other] { $count } articles
}
cases-open = { $count ->
    [0] nothing open
    [one] one open follow-up
   *[other] { $count } open follow-ups
}
cases-apart = Kept apart
cases-more = What to do with { $case }
cases-open-case = Open
not-opened-title = “{ $library }” could not be opened
not-opened-again = Try again
not-opened-another = Open another library…
not-opened-new = Make a new library…
not-opened-detail = For someone who can read it: { $detail }
read-only-hint = You can read, search, copy and export. To make changes, copy the library to a folder of your own and open it there.
window-title = { $case } – Casefile

## Overview

# A case at a glance.

overview-question = Question
overview-question-edit = Edit the question
overview-question-done = Done
overview-ask = Write the question at stake…
overview-empty = Bring in the articles of this case, then mark what was said, by whom, and when.
overview-empty-quicker = or drop files anywhere
overview-watched = New files in “{ $folder }” come in by themselves.
overview-watched-gone = The watched folder “{ $folder }” is not there; its files come in once it is back.
overview-stop-watching = Stop watching
overview-open-timeline = Open the timeline
overview-late = { $n ->
    [one] One follow-up is late
   *[other] { $n } follow-ups are late
}
overview-to-sort = { $n ->
    [one] One article to sort
   *[other] { $n } articles to sort
}
overview-unchecked = { $n ->
    [one] One claim unchecked
   *[other] { $n } claims unchecked
}
overview-unanswered = { $n ->
    [one] One question or demand unanswered
   *[other] { $n } questions and demands unanswered
}
overview-awaited = { $n ->
    [one] One answer awaited
   *[other] { $n } answers awaited
}
overview-statements = Said last
overview-articles = Newest articles
overview-follow-ups = Follow-ups
overview-parties = Who is in it

## Today

# What is due.

today-nothing-due = Nothing is due today.
today-to-sort = { $n ->
    [one] One article to sort in { $case }
   *[other] { $n } articles to sort in { $case }
}
today-kept-apart = { $n ->
    [one] One follow-up is open in { $case }, which is kept apart
   *[other] { $n } follow-ups are open in { $case }, which is kept apart
}

## Articles

# The list of articles, and sorting it.

articles-table = Articles
articles-key = Key
articles-date = Date
articles-outlet = Outlet
articles-title = Title
articles-kind = Kind
articles-statements = Statements
articles-reading = Reading
articles-no-date = not known
articles-no-outlet = not known
articles-no-text = text not read yet
articles-empty = Articles are what a case rests on: news, letters, filings, notes of your own.
articles-empty-quicker = or drop files anywhere on this window
articles-none-fit = No article fits this filter.
articles-clear-filters = Clear filters
articles-shown = { $shown } of { $all }
articles-sorted = { $sorted } of { $all } sorted
articles-next-comes = Then the next comes by itself.
articles-find = Find in list
articles-missing = Missing
articles-undated = date not known
articles-without-outlet = outlet not known
articles-without-text = text not read yet
articles-in-outlets = in { $count } outlets
articles-near-copies = { $count } near copies
articles-near-chip = Near copies ({ $count })
articles-near-tip = Show only stories that several articles print, together
articles-near-asked = near copies
articles-read-again = { $count ->
    [one] Read 1 again
   *[other] Read { $count } again
}
articles-read-again-tip = This version of Casefile may read them better than the one they came in with. Marks stay.
articles-outlet-is = outlet: { $outlet }
articles-chosen = { $count } chosen
articles-choose-none = Choose none
articles-set-outlet = Outlet…
articles-set-date = Date…
articles-set-kind = Kind
articles-published = Published
articles-set = Set
articles-delete = Delete { $count }
decide-unread = Unread
decide-keep = Keep
decide-later = Later
decide-not-relevant = Not relevant
decide-done = Done
drop-into-case = { $count ->
    [one] Drop to bring this file into “{ $case }”
   *[other] Drop to bring { $count } files into “{ $case }”
}
drop-new-case = { $count ->
    [one] Drop to start a case with this
   *[other] Drop to start a case with these
}
drop-read-only = This library is open for reading only
drop-kinds = Any file is kept; text, Markdown and saved web pages can be read now
drop-on-case = Or drop on a case at the left to bring it there

## Reader

# An article and its marks.

reader-text = Text of the article
reader-make-statement = Statement
reader-make-party = Party
reader-make-event = Event
reader-make-follow-up = Follow-up
reading-no-date = date not known
reading-no-date-tip = Say when it was published
reading-details = Details
reading-hide-details = Hide details
reading-details-tip = Outlet, dates, kind, where it came from, its original
reading-not-read = The text is not read yet
reading-kept = The original is kept. When a later version of Casefile can read it, its text comes in here.
reading-read-again = Read again
reading-scan = There is no text in this scan
reading-scan-kept = The original is kept. Open a copy of it to read it.
reading-ocr = Read with OCR
reading-ocr-tip = Lets the OCR program on this computer read the pages; nothing is sent anywhere
reading-ocr-waits = It is read after the scan in hand.
reading-ocr-page = Reading page { $page } of { $pages }…
reading-ocr-stop = Stop
reading-ocr-missing = Its words can be read here once Tesseract, a free OCR program, is installed.
ocr-install-linux = Install the package tesseract-ocr (on Fedora: tesseract), then open this article again.
ocr-install-macos = In a terminal: brew install tesseract. Then open this article again.
ocr-install-windows = Get the installer from github.com/UB-Mannheim/tesseract, then open this article again.
ocr-missing = There is no OCR program on this computer.
ocr-not-started = The OCR program could not be started.
ocr-too-slow = The OCR program took too long for a page and was stopped. The scan is kept as it was.
ocr-page-failed = The OCR program could not read the picture.
ocr-no-scan = There is no scan to be read: the article is gone or has a text already.
ocr-not-kept = What OCR read could not be kept. The scan is as it was.
ocr-no-words = The OCR program found no words in the scan.
ocr-no-words-hint = The pages may be too faint or hand-written, or their pictures of a kind that cannot be taken out.
ocr-sure = Read by OCR, { $percent } % sure: check against the original.
ocr-pages-lost = OCR could not read these pages: { $pages }.
ocr-read = Read by OCR: { $name }, { $percent } % sure. Check against the original.
ocr-offer = { $count ->
    [one] Read 1 scan with OCR
   *[other] Read { $count } scans with OCR
}
ocr-progress = Reading scans with OCR: { $count } to go
reading-save-original = Save the original…
versions-shown = Version { $n } of { $newest }
versions-count = Versions: { $count }
versions-what-changed = What changed
versions-show = Show version { $n }
versions-not-found = { $record }: the words are in version { $n }, not in this one.
versions-ambiguous = { $record }: the words of version { $n } are here more than once.
reading-back = Articles
reading-back-tip = Back to the list
reading-previous = Previous article
reading-next = Next article
key-esc = Esc

## Review

# Suggestions and what to do with them.

## Inspector

# The record at the right.

inspector-statement = Statement
inspector-occasion = Letter, interview…
inspector-event = Event
inspector-article = Article
inspector-party = Party
inspector-follow-up = Follow-up
inspector-more = More
inspector-less = Less
article-title = Title
article-outlet = Outlet
article-published = Published
party-name = Name
party-kind = Kind
follow-up-title = What
follow-up-kind = Kind
article-provenance = Where it came from
article-original = Original
article-byline = By
article-kind = Kind
article-reading = Reading
article-marks = Marked as
article-important = important
article-privileged = privileged
article-received = Received
article-url = Address
article-obtained-from = From
article-obtained-how = How
article-obtained-how-hint = by e-mail, in person, records request
article-archive = Archived at
article-reference = Reference
article-reference-hint = exhibit or Bates number
article-language = Language
article-version = Version { $n }
article-file = File
article-hash = SHA-256
article-hash-copy = { $hash } (click to copy it)
article-size = Size
size-bytes = { $n } bytes
size-kilobytes = { $n } KB
size-megabytes = { $n } MB
article-encoding = Encoding
article-read-by = Read by
article-importer = { $name } reader, version { $version }
original-open = Open a copy…
original-verify = Verify
original-verify-tip = Compute its SHA-256 anew and compare it with the one it came with
near-heading = Near copies
near-line = { $key } { $outlet }{ $has-date ->
    [yes] , { $date }
   *[no] { "" }
}
near-share = { $percent }% of its words
near-share-tip = So much of this article’s words stand in that one
near-more = and { $count } more
encoding-ask = Wrong letters? Read it in another encoding…
article-delete = Delete article
article-delete-tip = Undo brings it back with its marks
basis-json-ld = from the page’s data
basis-meta = from the page’s data
basis-time-element = from a date in the page
basis-url = from the address
basis-visible-text = from the words of the page
basis-header = from the lines at the top
basis-file-name = from the file’s name
basis-file-date = the file’s date
basis-save-note = from the note of when it was saved
basis-properties = from what the document says of itself
basis-mail-header = as the mail’s header says
basis-list = as the list says
basis-words = by the look of the words
basis-of-field = { $field }: { $basis }
basis-as-found = As found: { $words }
key-enter = Enter
draft-statement = New statement
draft-party = New party
draft-event = New event
draft-follow-up = New follow-up
draft-from = in { $key }, { $outlet }
draft-save = Save
draft-leave = Leave
draft-aside = Unfinished { $kind }
draft-go-on = Go on with it
draft-discard = Discard
draft-party-also = Same as
draft-party-also-hint = another name of…
draft-party-alias-kind = Which is a
draft-party-kind-guessed = { $kind }, as the name tells, if you leave it open
draft-why-empty = { $field } is empty
draft-why-half = { $field }: choose from the list, press Enter, or empty it
draft-why-date = { $field }: there is no date in it that can be read
event-title = What
event-date = Date
event-date-hint = 7 Sep 2011, last month
event-parties = Who
event-detail = More of it
event-hidden = Leave out of the chronology
statement-speaker = Speaker
statement-party-of-occasion = { $kind ->
    [other] { $name }, as in it
   *[word] { $name }, as in the { $kind }
}
statement-speaker-from = { $kind ->
    [other] { $name } (from what it was said in)
   *[word] { $name } (from the { $kind })
}
statement-occasion = Sent or said in
statement-about = About
statement-date = Date
statement-date-hint = if it has one of its own
statement-date-of-occasion = when it was sent or said
statement-date-of-article = when the article came out
statement-date-unknown = not known: the article has no date yet
statement-kind = Kind
statement-words = Words
statement-words-hint = What was said, word for word
statement-unsourced = Typed, without a source
statement-to = To
statement-behalf = On behalf of
statement-not-in-marks = Not in quotation marks in the article: kept as a paraphrase, and shown without marks.
statement-form = Whose words
statement-gist = Gist
statement-gist-hint = what it comes to, in your words
statement-nested-in = Quoted within
statement-nested-in-none = no other statement
statement-sic = An error in the words is the source’s own: [sic]
statement-important = Key statement
statement-hidden = Leave out of the chronology
statement-confidential = Confidential
statement-confidential-note = Never copied or exported
statement-answers = Answers
statement-how = How
statement-answered-by = Answered by
statement-check = Check
statement-disputed-by = Disputed by
statement-disputed-by-none = nobody
statement-copy = Copy quote
statement-add-follow-up = Add follow-up…
statement-open-occasion = Show all that was said in it
statement-used-in = Used in
statement-used-copy = copied
statement-used-export = exported
statement-used-line = { $date }: { $how }
answer-question = Does this answer { $key } “{ $title }”?
answer-yes = Yes, close it
answer-no = No

## Statements

# The list of statements, and threads.

statements-empty = What people said, when, and in which letter or interview, is listed here.
statements-empty-button = Go to the articles
statements-empty-quicker = Select words in an article and press S
statements-none-fit = No statement fits the filter.
statements-clear-filter = Clear the filter
statements-table = Statements
statements-column-said = Said
statements-column-speaker = Speaker
statements-column-statement = Statement
statements-column-kind = Kind
statements-column-check = Check
statements-column-replies = Replies
statements-row = { $said } { $speaker } { $words }
statements-undated = not dated
statements-disputed = disputed
statements-disputed-by = Disputed by { $names }
statements-group = Group: { $by }
statements-group-none = none
statements-group-speaker = speaker
statements-group-topic = topic
statements-group-thread = thread
statements-heading = { $name } ({ $count })
statements-no-speaker = No speaker known
statements-no-topic = No topic
statements-no-replies = No replies
statements-certainly = Certainly { $when } ({ $count })
statements-possibly = Possibly ({ $count })
statements-count = { $count ->
    [one] One statement
   *[other] { $count } statements
}
statements-count-of = { $shown } of { $all } statements
statements-copy-list = Copy list
statements-copy-list-tip = Copy the whole list with its sources
statements-more = More about this statement
statements-thread = Thread
statements-thread-tip = What it answers and what answers it (T)
statements-thread-key = T
statements-thread-count = { $count ->
    [one] One statement
   *[other] { $count } statements that answer one another
}
statements-thread-reply = { $kind } { $speaker }{ $has-said ->
    [yes] , { $said }
   *[no] {""}
}
statements-thread-reply-to-this = { $speaker }{ $has-said ->
    [yes] , { $said },
   *[no] {""}
} { $kind } this
statements-thread-alone = Nothing answers it yet, and it answers nothing.
statements-back = All statements
statements-show-in-article = Show in article
statements-show-thread = Show thread
statements-reply = Reply…
statements-merge-into = Merge into…
statements-split = Split…
statements-hide = Hide from the chronology
statements-unhide = Show in the chronology
statements-hide-short = Hide
statements-unhide-short = Show again
statements-hide-tip = Hidden statements stay in this list, not in the chronology
statements-selected = { $count } selected
statements-topic = Topic
statements-new-topic = New topic…
statements-copy-several = Copy { $count } with sources
statements-delete-several = Delete { $count }
statements-merge = Merge two…
statements-merge-tip = They are one statement, told by several
statements-let-go = Select one only
statements-reason = Reason
statements-set = Set for all
picker-none-fit = Nothing fits.
picker-statement-hint = Some of its words, a speaker, a date
picker-party-hint = A name
merge-confirm = Merge
merge-keep = Keep { $name }
merge-unsourced = Typed without a source
merge-undo = Undo takes the merge apart again.
merge-choose-other = Choose another
merge-statement-title = Merge two statements
merge-statement-choose = Merge into
merge-statement-moves = { $sources ->
    [0] The replies, checks, notes and topics of { $gone } go to { $keep }, and { $gone } goes away.
    [one] The source of { $gone } becomes another source of { $keep }; its replies, checks, notes and topics go there too, and { $gone } goes away.
   *[other] The { $sources } sources of { $gone } become sources of { $keep }; its replies, checks, notes and topics go there too, and { $gone } goes away.
}
merge-statement-stays = { $keep } keeps its speaker, date, kind and the wording relied on; the other wording stands beside it.
merge-statement-differs = { $gone } says otherwise, which becomes a note on { $keep }:
merge-statement-reply = The reply between the two goes; a note says that it was there.
merge-statement-confirm = Merge { $gone } into { $keep }
merge-party-title = Merge { $name } with another party
merge-party-choose = It is the same as
merge-party-not-relations = Merge two names of one party only. Who speaks for a party or holds an office stays a party of its own, with a relation.
merge-party-kinds = They are of different kinds: { $gone } is { $gone-kind ->
    [person] a person
    [organisation] an organisation
    [agency] an agency
    [office] an office
    [outlet] an outlet
   *[other] a group
}, { $keep } is { $kept-kind ->
    [person] a person
    [organisation] an organisation
    [agency] an agency
    [office] an office
    [outlet] an outlet
   *[other] a group
}.
merge-party-lost = A note will keep what holds between the two: { $relations }.
merge-parties-title = Merge { $count } parties
merge-parties-confirm = Merge { $count } into { $keep }
merge-parties-moves = Everything that names { $gone } will name { $keep }, in every case, and { $count ->
    [one] that becomes another name of it.
   *[other] those become other names of it.
}
merge-parties-kept = Where two of them have a role or a side in the same case, or stand in a relation to each other, what cannot stay becomes a note.
merge-party-aliases = Also { $names }
merge-party-moves = Everything that names { $gone } will name { $keep }, in every case, and “{ $gone }” becomes another name of it.
split-confirm = Split
split-statement-title = Split { $key }
split-statement-choose = Which sources are of another statement?
split-statement-stays = Those ticked become a statement of their own with the same speaker and occasion. Replies, checks and notes stay with { $key }.
split-party-title = Split { $name }
split-party-name = Name of the other party
split-party-choose = Which statements have to do with the other party?
split-party-stays = In those ticked the other party takes the place of { $name }. Its names and relations stay.
link-title = A reply
link-confirm = Link
link-choose = It answers
link-reply = Reply
link-answered = What it answers
link-how = How it replies
link-turn = Turn round
link-note = Why you think so
filter-name = Filter
filter-hint = Ask: who, about, when, words
filter-tip = Press / to type here: a name, a date such as “before Sep”, any words, or all of it: “what did Calder say about the ferry before Sep?”
filter-clear = Clear
filter-choose = { $group }…
filter-type-a-date = Type a date, for example Sep 2024 or 7 Sep 2024
filter-group-speaker = Speaker
filter-group-about = About
filter-group-to = To
filter-group-date = Date
filter-group-kind = Kind
filter-group-check = Check
filter-group-topic = Topic
filter-speaker = speaker: { $name }
filter-about = about: { $name }
filter-to = to: { $name }
filter-kind = kind: { $name }
filter-check = check: { $name }
filter-topic = topic: { $name }
filter-disputed = disputed
filter-unanswered = not answered yet
filter-words = words: { $words }
filter-before = before { $date }
filter-since = since { $date }
filter-after = after { $date }
filter-on = on { $date }
filter-in = in { $date }
filter-typed-before = before <
filter-typed-since = since >=
filter-typed-after = after >
filter-typed-during = in on during =
filter-question-asking = what which who whom when where why how did does do has have had was were is are anything everything
filter-question-inner = what did does do anything everything
filter-question-saying = say says said saying speak spoke talk talked state stated write wrote
filter-question-telling = tell tells told ask asks asked
filter-question-by = by from
filter-question-to = to
filter-question-about = about regarding concerning
filter-question-on = on
filter-question-and = and or &
filter-question-articles = the a an
filter-question-companies = inc incorporated llc ltd limited corp corporation co plc gmbh
filter-more = +{ $count }
filter-more-tip = What else is asked

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
occasion-none-known = none known
occasion-new-kind = New { $kind }…
occasion-new-named = New { $kind } “{ $name }”
occasion-make = Make this { $kind }
occasion-kind = Kind
occasion-date = When
occasion-date-hint = 6 Sep 2011, last month
occasion-title = Name
occasion-title-hint = if it needs one
occasion-from = From
occasion-behalf = On behalf of
occasion-to = To
occasion-articles = Articles that hold or report it
occasion-holding = Holds or reports it
occasion-article-remove = It is not in this article
occasion-article-add = Add an article
occasion-article-add-hint = add an article…
occasion-quotations = { $count ->
    [0] No quotations yet
    [one] One quotation
   *[other] { $count } quotations
}
occasion-merge = Merge into…
occasion-merge-into = Merge into
occasion-merge-hint = the one to keep
occasion-merge-do = Merge

## Links and checks

# Replies between statements; how far a claim has been checked.
link-reply-to = Reply to…
link-kind = How it replies
link-to = To
link-pick-hint = speaker or words
link-remove = Remove this link
check-new = Check…
check-status = Result
check-reason = Why
check-reason-hint = what it rests on
check-save = Save check
check-line = { $date }: { $status }
check-line-reason = { $date }: { $status }. { $reason }
source-heading = Sources
source-marked = Marked: words that the first wording does not have.
source-show = Show in the article
source-none = No source: the words were typed.
source-add = Add the selected words as source
source-add-hint = Select words in an article to add them as a source.
source-page = Page
source-page-hint = of the original
source-leaves-out = Leaves out { $words }
source-relied-on = Wording relied on
source-remove = Remove this source

## Chronology

# Dates, rows, order.

chronology-empty = What was said and what happened stands here, in order of time.
chronology-empty-articles = Open the articles
chronology-empty-quicker = or select words in an article and press S for a statement, E for an event
chronology-none-fits = Nothing fits the filter.
chronology-clear-filter = Clear the filter
chronology-all-left-out = Everything that fits is left out of the chronology.
chronology-show-left-out = Show what is left out
chronology-show = Show
chronology-show-articles = Articles, when published
chronology-show-follow-ups = Follow-ups, when due
chronology-show-hidden = What is left out ({ $count })
chronology-copy = Copy
chronology-copy-tip = Copy these rows with their sources
chronology-keys = H leave out  ·  Alt+↑ Alt+↓ move within the day  ·  T timeline
chronology-count = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }{ $hidden ->
    [0] {""}
   *[other] , { $hidden } left out
 }
chronology-possibly = Possibly then
chronology-certainly = Certainly then
chronology-no-date = No date
chronology-answer = Answer / own no.
chronology-answered = answered
chronology-no-answer = no answer yet
chronology-left-out = left out
chronology-more-sources = { $count ->
    [one] and { $count } more source
   *[other] and { $count } more sources
 }

## Timeline

# Lanes, axis, shelf, legend.

timeline-name = Timeline
timeline-empty = What was said, what happened and what is due belongs here, in order of time.
timeline-empty-quicker = or drop files anywhere
timeline-lanes-party = Lanes: party
timeline-lanes-side = Lanes: side
timeline-lanes-kind = Lanes: kind
timeline-lanes-nothing = One lane
timeline-lane-side = { $name }{ $others ->
    [0] {""}
    [one] {" "}and { $others } other
   *[other] {" "}and { $others } others
 }
timeline-lane-no-side = No side
timeline-lane-all = Said and happened
timeline-lane-nobody = Speaker not known
timeline-lane-events = Events
timeline-lane-articles = Articles
timeline-lane-follow-ups = Follow-ups
timeline-basis-article = known by the article’s publication
timeline-basis-occasion = the day of the occasion
timeline-basis-words = “{ $words }”, counted from { $date }
timeline-basis-quoted = “{ $words }”
timeline-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
timeline-month-of-year = { $month } { $year }
timeline-day-of-month = { $day } { $month }
timeline-year-bc = { $year } BC
timeline-years = { $from }–{ $until }
timeline-today = today
timeline-overview = All the time of the case, with the window that is shown
timeline-undated = Undated
timeline-item = { $who }: { $words }, { $date }
timeline-line = { $date }: { $words }
timeline-item-undated = { $who }: { $words }, undated
timeline-cluster = { $n ->
    [one] { $n } item
   *[other] { $n } items
 }
timeline-thousands = { $n }k
timeline-disputed-by = Disputed by { $who }
timeline-replies-selected = Replies: selected
timeline-replies-all = Replies: all
timeline-replies-none = Replies: none
timeline-fit = Fit
timeline-fit-tip = Show everything
timeline-year = Y
timeline-year-tip = Show a year
timeline-month = M
timeline-month-tip = Show a month
timeline-day = D
timeline-day-tip = Show a day
timeline-legend-statement = statement
timeline-legend-hollow = not checked
timeline-legend-event = event
timeline-legend-article = article
timeline-legend-follow-up = follow-up
timeline-legend-overdue = overdue
timeline-legend-range = within
timeline-legend-about = about
timeline-legend-open = on or before, or after
timeline-legend-doubtful = date in doubt

## Parties

# Who speaks and is spoken of.

parties-empty = Everyone who speaks in this case, or is spoken of, stands here.
parties-empty-quicker = Select words in an article and press S or P, or type a name above.
parties-library-empty = Everyone who speaks or is spoken of in your cases stands here.
parties-library-empty-quicker = Parties come with the statements you mark in articles.
parties-find = Find or add a party
parties-find-all = Find a party
parties-found = { $n } of { $all }
parties-name = Name
parties-kind = Kind
parties-role = Role
parties-side = Side
parties-statements = Statements
parties-last-said = Last said
parties-other-names = Other names
parties-cases = Cases
parties-role-hint = Role for all; empty for none
parties-merge = Merge…
parties-merge-tip = They are names of one party
party-role = Role
party-side = Side
party-who = Who it is
party-confidential = Confidential
party-confidential-note = This never leaves the library.
party-other-names = Other names
party-other-name = Another name
party-name-kind = What sort of name
party-add = Add
party-relations = Relations
party-add-relation = Add a relation…
party-relation = { $one } { $kind } { $other }
party-relation-kind = What holds
party-relation-other = The other party
party-relation-dates = When
party-relation-dates-hint = 2019, since May 2020
party-said = Statements
party-said-in = Statements in { $case }
party-said-more = and { $n } more, in Statements
party-merge = Merge into…
party-split = Split…
party-remove-from-case = Take out of this case
party-cases = Cases
party-no-case = It is in no case.
party-delete = Delete
side-first = first
side-second = second
side-third = third
side-fourth = fourth
side-none = no side
side-of = side of { $name }

## Follow-ups

# Questions, calls, deadlines, requests.

followups-empty = What is still to be asked, checked or waited for in this case stands here.
followups-empty-quicker = or select words in an article and press F
followups-none-such = No follow-up fits what is asked above.
followups-keys = C close · Z put off · A attempt
followups-open = Open
followups-put-off = Put off
followups-closed = Closed
followups-standing-count = { $standing } ({ $n })
followups-any-kind = Any kind
followups-kind-is = kind: { $kind }
followups-anyone = Waiting on anyone
followups-waiting-is = waiting on: { $party }
followups-chosen = { $n } chosen
followups-set-due = Due…
followups-set-owner = Owner…
followups-snooze-several = Put off…
followups-close-several = Close…
followups-close-one = Close { $name }
followups-reopen-one = Open { $name } again
followups-until = until { $day }
followups-outcome = What came of it
followups-outcome-hint = What came of it?
followups-close = Close it
followups-drop = Drop it
followups-snooze = Put off
followups-snooze-until = Put off until
followups-next-week = Next week
followups-attempt-note = What came of the attempt
followups-attempt-hint = Called, no answer
followups-attempt-add = Add attempt
followups-due = Due
followups-due-hint = fri, in 2 weeks, 1 Dec; empty for no date
followups-owner = Owner
followups-set = Set
followups-no-such-date = not a date
follow-up-owner = Owner
follow-up-owner-hint = who sees to it
follow-up-asked = Asked
follow-up-snoozed = Put off until
follow-up-watch = Watch for
follow-up-watch-hint = words in new articles
follow-up-attempts = Attempts
follow-up-origins = Comes from
follow-up-still-open = Still open
follow-up-outcome = What came of it
follow-up-answered-by = Answered by
follow-up-ended = { $status }, { $day }
follow-up-reopen = Open it again
due-overdue = Overdue
due-silent = No answer by the date
due-today-heading = Today
due-this-week = This week
due-waiting = Waiting for an answer
due-later = Later
due-no-date = No date
due-today = today
due-tomorrow = tomorrow
due-yesterday = yesterday
due-in-days = in { $n } days
due-in-weeks = { $n ->
    [one] in 1 week
   *[other] in { $n } weeks
}
due-days-ago = { $n } days ago
due-weeks-ago = { $n ->
    [one] 1 week ago
   *[other] { $n } weeks ago
}
due-monday = Monday
due-tuesday = Tuesday
due-wednesday = Wednesday
due-thursday = Thursday
due-friday = Friday
due-saturday = Saturday
due-sunday = Sunday
follow-up-title-hint = what is to be found out or done
follow-up-waiting-on = Waiting on
follow-up-due = Due
follow-up-due-hint = fri, in 2 weeks, 1 dec
follow-up-expected = No answer by
follow-up-deadline-given = Deadline given
follow-up-priority = Priority
follow-up-detail = Detail
follow-up-put-to-them = Put to them
follow-up-put-to-them-hint = in exact words
follow-up-means = By
follow-up-means-hint = e-mail, telephone, letter
follow-up-sent = Sent

## Notes and topics

# Working notes and the tree of topics.
note-heading = Notes
note-add = Add a note
note-add-hint = Add a note
note-body = Note
note-made = { $date }
note-delete = Delete this note
topic-field = Topics
topic-hint = add a topic
topic-new = New topic “{ $name }”

## Search

# The field, the results, the syntax.

search-field = Search
search-hint = Words, “exact words”, or speaker: and a name
search-scope = Where to search
search-all-cases = All cases
search-all-cases-instead = Search all cases
search-narrow = Narrow by
search-speaker = speaker:
search-speaker-tip = Said by: a name or its beginning
search-about = about:
search-about-tip = About a party
search-to = to:
search-to-tip = Said to a party
search-before = before:
search-before-tip = Before a date: 2024-09, “7 Sep 2011”
search-after = after:
search-after-tip = After a date
search-phrase = and “exact words”
search-unread = “{ $words }” is no date, so it limits nothing. Write 2024-09 or “7 Sep 2011”.
search-empty = Search looks in articles, statements, events, follow-ups, parties and notes.
search-empty-quicker = Results come as you type. Arrow keys look through them, Enter opens one at its words.
search-nothing = Nothing has these words.
search-nothing-here = Nothing in { $case } has these words.
search-nothing-try = Try fewer words, only the beginning of a word, or another spelling of a name.
search-statements = Statements
search-articles = Articles
search-events = Events
search-follow-ups = Follow-ups
search-parties = Parties
search-occasions = Letters, interviews…
search-notes = Notes
search-certainly = Certainly
search-certainly-note = Every day the date can mean was asked for.
search-possibly = Possibly
search-possibly-note = The date is open or not exact: it may have been then.
search-cut = These are the best { $count }. Add a word to see fewer.

## Import

# Progress and results of bringing files in.

import-empty = The file is empty.
import-not-read-yet = The file is kept, its text not read yet: it is { $kind }.
import-malformed = Some bytes are not valid { $encoding }; they show as �.
import-parser-failed = The file could not be read as what it is; its words were kept without their layout.
import-too-deep = The page nests its parts too deeply to be read as a page; its words were kept without their layout.
import-too-large = The page is too large to be read as a page; its words were kept without their layout.
import-unpacks-too-large = The file is kept, its text not read: unpacked it is far larger than any article.
import-packed-data-damaged = The packed data is damaged or cut short; what could be unpacked was read.
import-no-main-text = No article text was found in the page; all its visible words were kept.
import-tracked-changes = The document has tracked changes. It is read as if all were accepted: words put in are shown, words taken out are not. The original has both.
import-comments = { $count ->
    [one] One comment in the margin was left out; the original has it.
   *[other] { $count } comments in the margin were left out; the original has them.
}
import-hidden-words = Some words in the document are set as hidden and were left out; the original has them.
import-parts-left-out = Parts of the document are kept in another format inside it and could not be read. Open the original to see them.
import-list-numbers = The lists of this older Word file are counted 1, 2, 3 here; the original may print a, b, c or i, ii, iii. Compare before you cite by such a number.
import-odd-characters = Some characters of the document mean nothing in the character set it names; they show as �.
import-damaged = The document is damaged. What could be read of it was kept; compare it with the original, or get it once more.
import-document-unreadable = The document is damaged, and nothing of it could be read. Get it once more and import it again.
import-locked = The document is protected by a password or by its seller, so its words cannot be read. Save a copy without protection and import that.
import-no-words = There are no words in the document. If it holds pictures, they are in the original.
import-document-too-deep = The document nests its parts too deeply; it was read up to there.
import-archive-broken = The archive is damaged or was not loaded to its end. What could be taken out of it was; get it once more to have the rest.
import-archive-cut = The archive holds more than { $count } files; not all were taken out. Take them out and import the folder.
import-archive-empty = There are no files to read in the archive.
import-archive-locked = { $count ->
    [one] One file in the archive needs a password: { $names }. Take it out with the password and import it.
   *[other] { $count } files in the archive need a password: { $names }. Take them out with the password and import them.
}
import-archive-method = { $count ->
    [one] One file in the archive is packed in a way that is not known here: { $names }. Take it out and import it.
   *[other] { $count } files in the archive are packed in a way that is not known here: { $names }. Take them out and import them.
}
import-archive-large = { $count ->
    [one] One file in the archive unpacks to more than is safe: { $names }. If you trust the archive, take it out and import it.
   *[other] { $count } files in the archive unpack to more than is safe: { $names }. If you trust the archive, take them out and import them.
}
import-archive-damaged = { $count ->
    [one] One file in the archive is damaged: { $names }. Get the archive once more.
   *[other] { $count } files in the archive are damaged: { $names }. Get the archive once more.
}
import-archive-links = { $count ->
    [one] One entry of the archive is only a link to another file and was left in it: { $names }.
   *[other] { $count } entries of the archive are only links to other files and were left in it: { $names }.
}
import-scan = It is a scan: there is no text in it, only pictures of pages.
import-scanned-pages = Some pages are scans, without text in them: { $pages }. Read them in the original.
import-pdf-damaged = The PDF is damaged and could not be opened. Get it again if you can; this one is kept.
import-cut-short = The end of the PDF is missing. What there is was read; get it again if you can.
import-pages-lost = Some pages could not be read: { $pages }. Read them in the original.
import-too-many-pages = Only the first { $count } pages were read. Split the file and import the parts.
import-letters-unknown = The PDF does not say which letters it shows, so its text cannot be read here. Read it in the original.
import-kind-pdf = a PDF
import-kind-rtf = a rich text file
import-kind-office = an older Office file
import-kind-xls = an older spreadsheet (.xls)
import-kind-ppt = an older set of slides (.ppt). Save it as PDF and import that to have its words
import-kind-iwork = a Pages, Numbers or Keynote file. Export it as PDF or Word and import that to have its words
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
rows-offer = Make articles of its rows…
rows-offer-tip = Choose what its columns hold and see what would come of it; this list stays
rows-reading = Reading the list…
rows-title = Make articles of the rows of “{ $name }”
rows-make = { $count ->
    [one] Make 1 article
   *[other] Make { $count } articles
}
rows-sheet = From the sheet “{ $sheet }”.
rows-column-of = Column of { $field }
rows-leave-out = leave out
rows-header = The first row names the columns
rows-ambiguous = { $count ->
    [one] One date could be either of two days: “{ $words }”. Which is it?
   *[other] { $count } dates could be either of two days, such as “{ $words }”. Which is it?
}
rows-shows-day-first = “{ $words }” in this list shows that the day comes first.
rows-shows-month-first = “{ $words }” in this list shows that the month comes first.
rows-day-first = { $date } (day first)
rows-month-first = { $date } (month first)
rows-no-date = leave these without a date
rows-first = The first { $shown } of { $count }, as they would come in
rows-only-reference = only the reference
rows-without-title = { $count } without a title
rows-without-date = { $count } without a date
rows-without-text = { $count } with only the reference, no text
rows-not-read = The rows of this list cannot be read. Save it as CSV and import it again.
import-list = { $count ->
    [one] This is a list of one article. “Make articles of its rows…” makes it an article of its own.
   *[other] This is a list of { $count } articles. “Make articles of its rows…” makes them articles of their own.
}
import-only-reference = Only the reference is here: the words of the article itself are not.
import-only-abstract = The text is the abstract, not the article itself.
import-records-with-files = Some records name files, whose words were taken for the text. The records stay in this list.
import-unsure-date = “{ $words }” does not say for sure which day it is, so no date was set.
import-row-of = Row { $row } of “{ $list }”
import-mail-encrypted = The mail is encrypted, so its words cannot be read here. Open it in your mail program and save it decrypted.
import-mail-left-out = Not made articles of their own: { $names }. They are still in the mail.
import-mail-no-subject = no subject
import-attached = Attached to “{ $subject }”
import-attached-dated = Attached to “{ $subject }”, { $date }
import-failed = The file could not be read. It is still where it was.
import-not-kept = The file could not be kept in the library. It is still where it was.
import-too-big = This file is larger than 512 MB. Split it, or keep it outside and note where it is.
import-no-files = There are no files in what you chose.
import-too-much-inside = There are more files in this one than are taken out of one file. Take them out and import them in parts.
import-files-too-deep = The files in this one lie too deep in each other to be read. Take them out and import them.
import-link-missing = “{ $file }” was named but is not there; what the list says about it was kept.
import-link-elsewhere = “{ $file }” lies outside the folder of the list, so it was not read. Import it by itself.
import-not-a-file = This is not a file but a pipe or a device, so it is left alone.
import-empty-file = There is nothing in this file.
import-unreadable = The file could not be opened: { $why }.
case-untitled = Untitled case
library-file-kind = Casefile library
error-folder-not-made = The folder for the library could not be made.
import-progress = Bringing in { $done } of { $total }
import-cancel-tip = Stop here; what has come in stays
import-stopping = Stopping after the files in hand…
import-rate = { $count ->
    [one] 1 file a second
   *[other] { $count } files a second
}
import-slow-rate = { $seconds ->
    [one] a file a second
   *[other] a file every { $seconds } seconds
}
import-left-moment = a few seconds left
import-left-seconds = about { $count } seconds left
import-left-minutes = { $count ->
    [one] about a minute left
   *[other] about { $count } minutes left
}
import-left-hours = { $count ->
    [one] about an hour left
   *[other] about { $count } hours left
}
import-done = Import
import-came-in = Came in by itself
import-stopped = Import stopped: { $done } of { $total } files came in
import-all-again = Try all again
import-library-closed = The import stopped: its library was closed. { $done } of { $total } files were gone through; import the rest there again.
import-close = Close this list
import-count-added = { $count } added
import-count-needs = { $count ->
    [one] 1 needs a look
   *[other] { $count } need a look
}
import-count-version = { $count ->
    [one] 1 new version
   *[other] { $count } new versions
}
import-count-duplicate = { $count } already here
import-count-failed = { $count } failed
import-count-gone = { $count } taken back
import-failed-word = Failed
import-needs-word = Needs a look
import-version-word = New version
import-duplicate-word = Already here
import-added-word = Added
import-gone-word = Taken back
import-failed-line = { $why } Mend it, then try again.
import-duplicate-line = It is { $key }
import-version-line = of { $key }: { $count ->
    [0] the text came in now
    [one] 1 paragraph changed
   *[other] { $count } paragraphs changed
}
import-version-headline = another headline
import-version-date = another date
import-near-line = near copy of { $key } ({ $title }, { $percent }% of its words)
import-also-in = also in the case “{ $case }”
import-no-outlet = no outlet
import-no-date = no date
import-set-outlet = { $count ->
    [one] Set outlet…
   *[other] Set outlet for { $count }…
}
import-set-dates = { $count ->
    [one] Set date…
   *[other] Set date for { $count }…
}
import-set-byline = { $count ->
    [one] Set byline…
   *[other] Set byline for { $count }…
}
import-group-all = { $count ->
    [one] The one article
   *[other] All { $count }
}
import-group-site = { $count } from { $site }
import-group-folder = { $count } in the folder “{ $folder }”
import-known-outlets = Known for { $site }
import-set-date = set date
import-date-of = Date of { $key }
import-date-wrong = This is not a date. Write for example 7 Sep 2011.

## Export

# Chronologies and copies for others.

copy-row = { $has-date ->
    [yes] { $date }: {""}
   *[no] {""}
 }{ $has-who ->
    [yes] { $who }: {""}
   *[no] {""}
 }{ $what }{ $has-source ->
    [yes] {" "}({ $source })
   *[no] {""}
 }
notice-rows-copied = { $count ->
    [one] { $count } row copied with its sources
   *[other] { $count } rows copied with their sources
 }
export-dialog = Export the chronology
export-do = Export
export-format = Format
export-contents = In it
export-whole-case = The whole case with the texts of its articles; nothing confidential
export-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }: { $statements ->
    [one] { $statements } statement
   *[other] { $statements } statements
 }, { $events ->
    [one] { $events } event
   *[other] { $events } events
 }{ $others ->
    [0] {""}
    [one] , { $others } article or follow-up
   *[other] , { $others } articles and follow-ups
 }
export-filter = What is asked for: { $filter }
export-no-filter = All that is not left out
export-quotations = Quotations
export-checking = Each is being held against its article…
export-quotes-fine = { $checked ->
    [0] There is none to check
    [one] The one quotation stands in its article as written
   *[other] All { $checked } quotations stand in their articles as written
 }
export-quotes-wrong = { $wrong ->
    [one] { $wrong } of { $checked } does not stand in its article as written. It is marked in the file.
   *[other] { $wrong } of { $checked } do not stand in their articles as written. They are marked in the file.
 }
export-quote-problem = { $key } { $problem }
export-show = Show
export-file = File
export-folder = In { $folder }
export-save-as = Save as…
export-kind = Chronology
export-title = { $case }: chronology
export-made = Made { $when } with Casefile
export-date = Date
export-what = What was said or happened
export-who = Who
export-source = Source
export-sources = Sources
page-named = p. { $page }
pages-named = pp. { $page }
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
export-note-date = Date from the words “{ $words }”
export-note-own-words = In the words of { $who }
export-note-wording = { $source } has “{ $words }”
export-note-check = Check: { $check }
export-note-reply = { $key } { $does } this: { $who }
export-note-no-answer = No answer is known in this case
export-note-disputed = Disputed by { $who }
export-note-problem = Quotation to check: it { $problem }
export-not-written = The file “{ $file }” could not be written.
export-not-written-hint = Choose a folder that exists and that you may write to.
export-file-name = { $case }, chronology
export-written = { $count ->
    [one] { $count } row written to { $file }
   *[other] { $count } rows written to { $file }
 }
copy-quote = { $quote } — { $speaker }{ $has-said ->
    [yes] , { $said }
   *[no] {""}
}. Source: { $title }, { $source }{ $has-url ->
    [yes] , { $url }
   *[no] {""}
}.
copy-quote-unsourced = { $quote } — { $speaker }{ $has-said ->
    [yes] , { $said }
   *[no] {""}
}. No source: typed by hand.

## History

# Undo, redo, what was done when.

history-title = History
history-when = When
history-what = What
history-who = By
history-you = you
history-all = All changes
history-only-case = Only in { $case }
history-empty = Nothing was changed yet.
history-erased = Erased for good
history-undo = Undone: { $what }
history-redo = Brought back: { $what }
history-was-undone = { $what } (undone)
history-no-fields = Nothing of this is shown field by field.
history-undo-last = Undo the last change
history-note = Changes are undone one after another, the last one first. Select a line to see what it changed.
history-added = Added: { $record }
history-altered = Changed: { $record }
history-removed = Removed: { $record }
history-change = { $old }, now { $new }
history-none = not set
history-yes = yes
history-no = no
history-a-party = a party
history-alias = other name of a party
history-relation = relation between parties
history-case-party = place of a party in the case
history-version = text of an article
history-occasion-party = party of an occasion
history-occasion-article = article of an occasion
history-statement-party = party of a statement
history-event-party = party of an event
history-attempt = attempt at a follow-up
history-source = source
history-source-words = words of a source
history-link = reply
history-check = check
history-dispute = dispute
history-topic-mark = topic of a record
history-field-title = Title
history-field-name = Name
history-field-kind = Kind
history-field-role = Role
history-field-side = Side
history-field-confidential = Confidential
history-field-byline = Byline
history-field-outlet = Outlet
history-field-url = Address
history-field-language = Language
history-field-published = Published
history-field-received = Received
history-field-obtained = Obtained
history-field-archive = Archived copy
history-field-reference = Reference
history-field-privileged = Privileged
history-field-reading = Reading
history-field-important = Important
history-field-file = File
history-field-date = Date
history-field-gist = Gist
history-field-words = Words
history-field-form = Form
history-field-sic = Sic
history-field-hidden = Hidden
history-field-order = Order within the day
history-field-occasion = Sent or said in
history-field-text = Text
history-field-put = Put to them
history-field-means = By what means
history-field-waiting = Waiting on
history-field-owner = Owner
history-field-asked = Asked
history-field-sent = Sent
history-field-due = Due
history-field-expected = Expected by
history-field-snoozed = Put off until
history-field-watch = Watch for
history-field-priority = Priority
history-field-outcome = Outcome
history-field-page = Page
history-field-party = Party
history-field-other = Other party
history-field-statement = Statement
history-field-answers = Answers

op-and-more = { $name } and { $count } more
op-edit-title = Title of { $name }
op-edit-question = Question at stake in { $name }
op-edit-status = Status of { $name }
op-keep-apart = Keep { $name } apart
op-keep-apart-no-more = No longer keep { $name } apart
op-hold = Put { $name } on hold
op-hold-no-more = Take { $name } off hold
op-edit-byline = Byline of { $name }
op-edit-outlet = Outlet of { $name }
op-edit-address = Address of { $name }
op-edit-language = Language of { $name }
op-edit-kind = Kind of { $name }
op-edit-date = Date of { $name }
op-edit-received = Date { $name } was received
op-edit-obtained = How { $name } was obtained
op-edit-archive = Archived copy of { $name }
op-edit-reference = Reference of { $name }
op-privileged = Mark { $name } as privileged
op-privileged-no-more = No longer privileged: { $name }
op-reading-unread = Mark { $name } as unread
op-reading-keep = Keep { $name }
op-reading-later = Later: { $name }
op-reading-not-relevant = Not relevant: { $name }
op-reading-done = Mark { $name } as done
op-important = Mark { $name } as important
op-important-no-more = No longer important: { $name }
op-edit-name = Name of { $name }
op-edit-confidential = Confidential note on { $name }
op-edit-role = Role of { $name }
op-edit-side = Side of { $name }
op-edit-parties = Parties of { $name }
op-edit-article = Article of { $name }
op-edit-occasion = Where { $name } was sent or said
op-edit-nested = Statement that holds { $name }
op-edit-form = Form of { $name }
op-edit-gist = Gist of { $name }
op-edit-words = Words of { $name }
op-edit-relied-on = Source that counts for { $name }
op-edit-sic = Sic of { $name }
op-edit-order = Order within the day of { $name }
op-leave-out = Leave { $name } out of the chronology
op-take-in = Take { $name } into the chronology again
op-edit-speaker = Speaker of { $name }
op-edit-behalf = On whose behalf { $name } was said
op-edit-audience = Audience of { $name }
op-edit-about = Whom { $name } is about
op-edit-detail = Detail of { $name }
op-edit-put = What was put to them in { $name }
op-edit-means = Means of { $name }
op-edit-waiting = Who { $name } waits for
op-edit-owner = Owner of { $name }
op-edit-asked = Date { $name } was asked
op-edit-sent = Date { $name } was sent
op-edit-due = Due date of { $name }
op-edit-expected = Date an answer to { $name } is expected
op-put-off = Put off { $name }
op-put-off-no-more = No longer put off: { $name }
op-edit-watch = Words to watch for in { $name }
op-edit-priority = Priority of { $name }
op-case-new = New case { $name }
op-case-delete = Delete case { $name } and everything in it
op-article-import = Import { $name }
op-list-rows = Make articles of the rows of { $name }
op-article-import-files = Import { $count } files from { $folder }
op-article-write = New note { $name }
op-article-paste = Paste { $name }
op-article-delete = Delete article { $name }
op-article-read-again = Read { $name } again
op-article-ocr = Read { $name } with OCR
op-party-new = New party { $name }
op-party-add-to-case = Add { $name } to the case
op-party-remove-from-case = Take { $name } out of the case
op-party-alias = Other names of { $name }
op-party-relation = Relation of { $name }
op-party-relation-remove = Remove relation
op-party-merge = Merge { $gone } into { $keep }
op-party-split = Split party { $name }
op-party-delete = Delete party { $name }
op-occasion-new = New { $name }
op-occasion-merge = Merge occasion { $name }
op-occasion-delete = Delete occasion { $name }
op-statement-new = Add statement { $name }
merge-note = From { $key }, before it was merged: { $words }
merge-note-gist = gist: { $gist }
merge-note-words = words: { $words }
merge-note-kind = kind: { $kind }
merge-note-form = form: { $form }
merge-note-nested = within { $key }
merge-note-reply = reply: { $from } { $kind } { $to }
merge-note-disputed = disputed by { $name }: { $note }
merge-note-role = role: { $role }
merge-note-side = side: { $side }
merge-note-date = date: { $date }
merge-note-occasion = sent or said in: { $occasion }
merge-note-parties = { $role }: { $names }
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
op-event-delete = Delete event { $name }
op-follow-up-new = Add follow-up { $name }
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

command-new-library = New library…
command-new-library-tip = Make a new library file
command-open-library = Open library…
command-open-library-tip = Open another library file
command-sample-case = Open the sample case
command-sample-case-tip = A made-up dispute to try everything on
command-backup = Back up now…
command-backup-tip = Write a checked copy of this library
command-check = Check library
command-check-tip = Look for damage in the file, its texts and its history
command-quit = Quit
command-quit-tip = Everything is saved already
command-new-case = New case…
command-new-case-tip = Start following another dispute
command-case-settings = Case settings…
command-case-settings-tip = Title, question, status, kept apart, hold
command-delete-case = Delete case…
command-delete-case-tip = Take this case and everything in it away; undo brings it back
command-import = Import files…
command-import-tip = Bring article files into this case
command-import-folder = Import folder…
command-import-folder-tip = Bring all files of a folder into this case
command-watch = Watch a folder…
command-watch-tip = Have the files that come into a folder from now on come into this case by themselves
command-paste-article = Paste as article
command-paste-article-tip = Make an article of what was copied
command-new-note = New note…
command-new-note-tip = Interview notes, a phone call: an article you type
command-new-follow-up = New follow-up…
command-new-follow-up-tip = Something to ask, check or wait for
command-new-event = New event…
command-new-event-tip = Something that happened
command-new-statement = New statement…
command-new-statement-tip = Words you type, without a source; said in a letter, interview or other occasion, which is made with it
command-export = Export chronology…
command-export-tip = Write the chronology for an editor, with numbered sources
command-undo = Undo
command-undo-tip = Take back the last change
command-undo-elsewhere = Undo the last change in another case
command-redo-elsewhere = Redo the last change in another case
command-redo = Redo
command-redo-tip = Bring back what was undone
command-copy-quote = Copy quote with source
command-copy-quote-tip = Copy the selected statement with its source
command-delete = Delete
command-delete-tip = Delete the selected record; undo brings it back
command-history = History
command-history-tip = What was changed, when
command-search = Search
command-search-tip = Find words in articles, statements, parties, follow-ups and notes
command-palette = Find a command…
command-palette-tip = Type what you want to do
command-back = Back
command-back-tip = Where you were before
command-next-part = Next part of the window
command-next-part-tip = From the navigation to the list, to what is beside it, and round again
command-previous-part = Previous part of the window
command-previous-part-tip = The same way back
command-today = Today
command-today-tip = What is due in all cases
command-overview = Overview
command-overview-tip = The case at a glance
command-articles = Articles
command-articles-tip = The documents of this case
command-statements = Statements
command-statements-tip = Who said what
command-chronology = Chronology
command-chronology-tip = What was said and happened, in order
command-case-parties = Parties of this case
command-case-parties-tip = Who speaks and is spoken of here
command-follow-ups = Follow-ups
command-follow-ups-tip = What is still open
command-timeline = Timeline
command-timeline-tip = The case drawn over time
command-parties = All parties
command-parties-tip = Everyone in this library
command-light = Light
command-light-tip = Light theme: dark words on light
command-dark = Dark
command-dark-tip = Dark theme: light words on dark
command-as-system = As the system
command-as-system-tip = The theme of the system, light or dark
command-toggle-theme = Switch light and dark
command-toggle-theme-tip = The other theme of light and dark
command-guide = User guide
command-guide-tip = How to do things in Casefile

menu-library = Library
menu-case = Case
menu-edit = Edit
menu-go = Go
menu-view = View
menu-help = Help

## Dialogs

# Questions that wait for an answer.

dialog-close = Close
why-not-no-library = Open a library first.
why-not-no-case = Open a case first.
why-not-no-record = Select a record first.
why-not-read-only = This library can only be read.
palette-field = Find a command
palette-hint = Type what you want to do, or the name of a case, party or article
palette-nothing = Nothing is called that. Ctrl+F searches the texts.
palette-case = Case
palette-party = Party
palette-article = Article
guide-title = User guide
guide-find = Find in the guide
guide-nothing = No part of the guide has these words.

new-case-title = New case
new-case-make = Make case
new-case-hint = Such as: Harbor Line ferries
new-case-note = The question at stake can wait: it is in the case’s settings.
case-field-title = Title
case-field-question = Question at stake
case-field-status = Status
case-field-apart = Kept apart
case-field-hold = Hold
case-settings-title = Case settings
case-settings-save = Save
case-question-note = One sentence, shown at the head of the case. It may stay empty.
case-apart-note = Its parties, words and search results never show in other cases, nor in Today and All parties.
case-hold-note = Nothing of this case may be erased, and the case itself cannot be deleted.
delete-case-title = Delete { $case }?
delete-case-delete = Delete case
delete-case-contents = With it go { $articles ->
    [one] one article
   *[other] { $articles } articles
}, { $statements ->
    [one] one statement
   *[other] { $statements } statements
}, { $parties ->
    [one] the place of one party
   *[other] the places of { $parties } parties
}, { $events ->
    [one] one event
   *[other] { $events } events
} and { $follow-ups ->
    [one] one follow-up
   *[other] { $follow-ups } follow-ups
}.
delete-case-undo = Undo brings all of it back. The files you imported stay where they are.
delete-case-hold = Take the hold off in the case’s settings first.

path-field = Path
path-note = There is no file dialog on this system, so the path is typed. ~ is your home folder.
path-hint-import = /home/me/articles
path-hint-watch = /home/me/Downloads
path-hint-library = /home/me/library.casefile
path-hint-save = /home/me/file
path-do-import = Import
path-do-watch = Watch
path-do-open = Open
path-do-make = Make library
path-do-save = Save
path-not-there = There is nothing at this path. Check each part of it, upper and lower case too.
path-is-folder = This is a folder. Add the name of the file.
path-is-no-folder = This is a file. Give the folder that is to be watched.
path-exists = There is a file already. Choose another name.
path-no-folder = The folder for it is not there. Make it first or choose another.
path-articles = Type the path of an article file or folder
path-folder = Type the path of a folder of articles
path-watch = Type the path of the folder to watch
path-open-library = Type the path of a library
path-new-library = Type the path of the new library
path-backup = Type the path of the backup
path-export = Type the path to export to
path-original = Type the path to save the original to
paste-title = Paste as article
paste-title-hint = its first words, if you leave this empty
paste-save = Add article
paste-date-hint = 7 Sep 2011; may be empty
paste-file-name = Pasted page.html
paste-keep-page = Keep it as it was copied, with its links
paste-keep-page-tip = What was copied is kept as the original; its words cannot be edited here
paste-nothing = What was copied is not text: a picture, or nothing. Copy the words again, or type them here.
note-title = New note
note-title-hint = Call with Ruth Calder
note-save = Save note
note-date = Date
note-date-hint = today
write-text = Text
write-text-note = Ctrl+Enter adds it to the case. What you close without saving is still here the next time.

quit-title = Something is not finished
quit-words = Something could not be written yet. Everything else is saved.
quit-form = A new { $kind } is not saved yet. Everything else is.
quit-field = “{ $field }” of { $record } is not kept yet. Everything else is saved.
quit-record = Something typed at { $record } is not kept yet. Everything else is saved.
quit-elsewhere = a record elsewhere
quit-article = An article or note that you typed is not saved yet. Everything else is.
quit-show = Show it
quit-how = Cancel, then finish it: forms and fields are at the right, a note opens again with New note…
quit-anyway = Quit without it
switch-anyway = Open the other library without it

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
error-merge-into-apart = The party that would stay belongs to a case kept apart, the other one does not.
error-merge-into-apart-hint = Merge them the other way round: its name then stays known in that case only.
error-merge-confidential = The party that would go has something confidential in a case kept apart. Merged, it would be read in other cases.
error-merge-confidential-hint = Move it to a note in its case, empty the confidential field, then merge.
error-unnamed-several = Only a party of one case can be unnamed: who it is must stay in that case.
error-unnamed-several-hint = Split it first, or make a new unnamed party in this case.
error-statement-needs-words = A statement needs words: mark them in an article, or type them.
error-source-without-text = The text of this article is not read yet, so nothing in it can be a source.
error-source-without-words = Mark the words in the article first.
error-other-case = What was chosen belongs to another case.
error-other-case-hint = Records are tied to each other within one case only.
error-source-of-other = That source belongs to another record.
error-folder-not-shown = The folder “{ $folder }” could not be shown.
error-link-to-itself = A statement cannot answer itself.
error-split-needs-sources = Choose some of the sources, not all: those chosen become a statement of their own.
error-event-needs-title = An event needs a line that says what happened.
error-follow-up-needs-title = A follow-up needs a line that says what is to be done.
error-article-needs-text = There is nothing in it yet.
error-topic-needs-name = A topic needs a name.

error-not-kept = This could not be kept.
error-no-library = No library is open, so nothing was kept.
error-no-library-hint = Open one or make a new one from the menu.
error-library-closed = The library this was meant for is closed, so it was not done.
error-library-closed-hint = Open that library again and do it there.
error-job-broke = Something went wrong in Casefile, so this was not done. Nothing else was changed.
error-job-broke-hint = What you do next is kept as always. The log says where it broke.
error-reading-broke = Something went wrong in Casefile while it read the library; this may not show all that is there.
error-no-window = The window could not be opened.
error-no-window-hint = Start Casefile within a desktop session. If you are in one, libraries that show windows may be missing; on Debian and Ubuntu install them with: sudo apt install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0. Or use the commands without a window: casefile --help lists them.
error-no-graphics = The window could not be opened, since no graphics driver here can draw it with OpenGL.
error-no-graphics-hint = On Debian and Ubuntu install Mesa's drivers, which need no graphics card: sudo apt install libgl1 libegl1 libgl1-mesa-dri. Elsewhere, install or update the driver of your graphics card. Or use the commands without a window: casefile --help lists them.
error-one-version = This article has only one version with a text.
error-copy-not-made = The copy of the original could not be written.
error-copy-not-opened = Your system has no program to open this file with. Save the original and open it yourself.
error-no-original = This article has no original file to save.
error-sample-unreadable = The sample case cannot be read.

library-opened-for-reading = This library was opened for reading only.
library-file-read-only = This library is open for reading only, because its file may not be written.
library-folder-read-only = This library is open for reading only, because nothing may be written in its folder.
error-disk-full = There is no space left on the disk, so the change was not kept.
error-disk-full-hint = Make space, then do it again. What was kept before is safe.
error-busy = Another program is using this library and did not let go of it in time.
error-busy-hint = Wait for it to finish or close it, then do it again.
error-not-writable = This library may not be written.
error-not-writable-hint = Check the permissions of the file and its folder, or copy it to a folder of your own.
error-damaged = This library's file is damaged.
error-damaged-hint = Restore the last backup; keep the damaged file, as much of it can be read still.
error-passphrase-or-no-library = Wrong passphrase, or not a Casefile library.
error-passphrase-or-not-a-library = Wrong passphrase, or “{ $file }” is not a Casefile library.
error-right-file-hint = Check that you chose the right file.
error-cannot-open = This library's file cannot be opened.
error-cannot-open-hint = Check that the file and its folder are there and may be read.
error-disk = The disk could not be read or written.
error-disk-hint = Check the disk and its connection. What was kept before is safe.
error-too-big = This is too big to be kept in a library.
error-too-big-hint = Split it.
error-out-of-memory = There is not enough memory for this.
error-out-of-memory-hint = Close other programs.
error-library = The library could not do this.
error-library-missing = There is no library “{ $file }”.
error-library-missing-hint = It may have been moved or renamed, or be on a disk that is not connected.
error-folder-missing = The folder for “{ $file }” does not exist.
error-folder-missing-hint = Make the folder first, or choose another place.
error-file-exists = There is a file “{ $file }” already.
error-file-exists-hint = Open it, or choose another name.
error-is-a-folder = “{ $file }” is a folder, not a library.
error-is-a-folder-hint = Choose the library's file; its name ends in .casefile.
error-file-unreadable = The file “{ $file }” cannot be read.
error-file-unreadable-hint = Check that you may read the file and its folder.
error-not-a-library = “{ $file }” is not a Casefile library.
error-not-a-library-hint = Choose a library; its name ends in .casefile. Articles are imported into a case instead.
error-detail-file-empty = the file is empty
error-detail-other-program = it is another program's database
error-library-newer = This library was written by a newer version of Casefile.
error-library-newer-detail = its format is { $version }, this program knows { $known }
error-library-newer-hint = Install the newer version. The library was not changed.
error-schema-changed = The tables of this library are not as Casefile made them.
error-schema-changed-hint = Another program may have changed them. Restore the last backup, or ask for help with this file.
error-needs-upgrade = This library is of an older version and cannot be brought up to date here.
error-copy-it-hint = Copy it to a folder where it may be written and open it there.
error-read-only = Nothing can be changed in this library.
error-backup-onto-itself = A backup cannot be written over the library itself.
error-backup-onto-itself-hint = Choose another name.
error-backup-failed = The backup “{ $file }” could not be put in its place.
error-backup-failed-hint = Check that the folder may be written and has space.
error-not-backed-up = This library is of an earlier version of Casefile, and its copy “{ $file }”, which is made before it is brought up to date, could not be written.
error-not-backed-up-hint = Make room on this disk, or move the library to a folder that can be written to. Nothing was changed.
error-backup-damaged = The backup did not pass its check and was removed.
error-backup-damaged-hint = Check the disk it was written to, and run Check library on this one.
error-original-too-big = “{ $file }” is larger than 512 MB, the most that is kept.
error-original-too-big-hint = Split the file, or import its text only.
error-not-compressed = “{ $file }” could not be compressed.
error-original-missing = An original file is not in this library.
error-original-damaged = The original “{ $file }” is damaged in this library.
error-original-damaged-hint = Restore the last backup, or import the file again.
error-text-missing = A text is not in this library.
error-no-random = The system gave no random numbers, so the change was not kept.
error-entry-unreadable = An entry of the journal cannot be read.
error-undo-erased = This cannot be undone: its content was erased for good.
error-undo-conflict = “{ $what }” cannot be taken back: it was built on since.
error-undo-later = the later change is “{ $what }”
error-undo-later-by = the later change is “{ $what }” by { $author }
error-undo-later-hint = Undo the later change first.
error-undo-by-hand-hint = Look at the history of the record and change it by hand.
error-undo-owner-gone = This cannot be taken back: what it belongs to was deleted since.
error-undo-owner-gone-hint = Undo the deletion first.

## What a check of the library finds

# Tables and ids as they are in the file: for who looks after it.
check-database = The database file: { $line }.
check-reference = { $table } { $id } refers to a { $parent } that is not there.
check-text = The text { $sha } is not as it was imported.
check-missing = { $file }: { $sha } is not in the library.
check-index = { $table } { $id } is not in the search index as it is.
check-entry-order = Entry { $id } does not follow the entry before it.
check-entry-changed = Entry { $id } was changed after it was written.
check-entry-words = The words of entry { $id } were changed.
check-entry-content = What entry { $id } keeps of a record was changed.
check-record-gone = { $table } { $id } is gone without a trace in the journal.
check-record-there = { $table } { $id } was deleted, yet it is there.
check-record-changed = The { $column } of { $table } { $id } was changed without a trace in the journal.
check-record-appeared = { $table } { $id } appeared without a trace in the journal.

## Dates

# Dates in plain words.

date-seen-from = { $date }, seen from the publication of { $article }
date-waits = not known yet: waits for the publication date of { $article }
date-undated = no date
date-in-future = in the future?

## Command line

# What the headless commands say.

cli-no-command-or-library = it is neither a command nor a library (the name of a new library ends in .casefile)
cli-read-only = Nothing can be written in this library.
cli-read-only-hint = Copy it to a folder where it may be written, or name another with --library.
cli-case-twice = Several cases have the title “{ $title }”.
cli-case-twice-hint = Rename one of them in the window.
cli-no-case = There is no case “{ $title }” in this library.
cli-no-case-hint = There are: { $titles }.
cli-no-cases-hint = There is no case in it yet: casefile import makes one.
cli-sample-at = The sample case is in { $file }
cli-importing = { $done } of { $total } { $total ->
    [one] file
   *[other] files
}
cli-imported = { $added } added, { $duplicates } there already, { $versions ->
    [0] { "" }
    [one] 1 new version,{ " " }
   *[other] { $versions } new versions,{ " " }
}{ $failed } failed.
cli-no-date = “{ $typed }” is not understood as a date, so it limits nothing.
cli-possibly = { " " }(possibly)
cli-checked = { $problems ->
    [0] All is as it was written
    [one] 1 problem
   *[other] { $problems } problems
}: looked at { $originals } originals, { $texts } texts, { $records } records and { $entries } entries of the history.
cli-head = The history up to here is known by { $hash }
cli-export-problems = { $count ->
    [one] 1 quotation is not in its article as written; the export names it.
   *[other] { $count } quotations are not in their articles as written; the export names them.
}
cli-cannot-open = { $file } cannot be opened: { $reason }

## Sample case

# Names and remarks of the sample case.
op-sample-case = Open the sample case
error-sample-broken = The sample case could not be built.

## Widgets

# Words that belong to no one screen.
choice-none = not set
dialog-cancel = Cancel
filter-remove = Remove filter { $filter }
notice-close = Close
party-new = New party “{ $name }” — { $kind }
party-not-kept = not kept yet: choose or Enter
party-remove = Remove { $name }

## Kinds of records

# One word for every code of src/domain/kind.rs: the key is the list, a dash, the code with dashes.

case-status-open = open
case-status-dormant = dormant
case-status-closed = closed

list-field-title = Title
list-field-byline = Byline
list-field-outlet = Outlet
list-field-published = Published
list-field-received = Received
list-field-url = Address
list-field-language = Language
list-field-text = Text
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
export-format-docx = Word document
export-format-html = Web page
export-format-json = Data (JSON), the whole case

difference-title = What changed
difference-reading = Comparing…
difference-count = { $count ->
    [0] No paragraph changed
    [one] 1 paragraph changed
   *[other] { $count } paragraphs changed
}
difference-headline = The headline is another.
difference-date = The date is another.
difference-next = Next change (J)
difference-previous = Previous change (K)
difference-between = Version { $old } to { $new }
difference-version = Version { $n }, came in { $day } · { $file }
difference-published = Published { $date }
difference-unchanged = { $count ->
    [one] 1 paragraph as before
   *[other] { $count } paragraphs as before
}
difference-minus = −
difference-plus = +
difference-was = Before: { $text }
difference-is = Now: { $text }
encoding-title = Read in another encoding
encoding-confirm = Read in this encoding
encoding-reading = Reading…
encoding-only-one = The file reads the same in every encoding there is.
encoding-words = Choose the one whose letters are right.
encoding-now = { $encoding } (now)
encoding-marks = What it reads then becomes a new version. Your sources go over where their words are the same; the others stay on the version before.
open-original-title = Open a copy of the original?
open-original-confirm = Open a copy
open-original-words = Another program shows it, outside of Casefile. A saved page may then load pictures and scripts from the network.
open-original-copy = It is a copy that cannot be changed, and it is removed when Casefile closes. The original stays as it is.
