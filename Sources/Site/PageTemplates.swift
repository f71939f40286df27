/// All templates of one language, compiled against the views that they show.

import Templates

struct PageTemplates: Sendable {
    let head: Template<Frame>
    let header: Template<Frame>
    let footer: Template<Frame>
    let row: Template<PlaceRow>
    let slot: Template<WeekSlot>
    let home: Template<HomePage>
    let area: Template<AreaPage>
    let areas: Template<AreasPage>
    let place: Template<PlacePage>
    let activities: Template<ActivitiesPage>
    let activity: Template<ActivityPage>
    let kana: Template<KanaPage>
    let week: Template<WeekPage>
    let find: Template<FindPage>
    let calendar: Template<CalendarPage>
    let access: Template<AccessPage>
    let my: Template<PlainPage>
    let offline: Template<PlainPage>
    let support: Template<SupportPage>
    let stories: Template<StoriesPage>
    let links: Template<LinksPage>
    let state: Template<StatePage>
    let story: Template<StoryPage>
    let events: Template<TitlesPage>
    let event: Template<EventPage>
    let page: Template<FreePageView>
    let about: Template<AboutPage>
    let missing: Template<MissingPage>
    let withdrawn: Template<MissingPage>

    /// Faults are collected in `set`.
    init(_ set: inout TemplateSet, _ words: StringTable) {
        head = set.compile("head", for: Frame.shape, words: words)
        header = set.compile("header", for: Frame.shape, words: words)
        footer = set.compile("footer", for: Frame.shape, words: words)
        row = set.compile("place-row", for: PlaceRow.shape, words: words)
        slot = set.compile("slot", for: WeekSlot.shape, words: words)
        home = set.compile("home", for: HomePage.shape, words: words)
        area = set.compile("area", for: AreaPage.shape, words: words)
        areas = set.compile("areas", for: AreasPage.shape, words: words)
        place = set.compile("place", for: PlacePage.shape, words: words)
        activities = set.compile("activities", for: ActivitiesPage.shape, words: words)
        activity = set.compile("activity", for: ActivityPage.shape, words: words)
        kana = set.compile("kana", for: KanaPage.shape, words: words)
        week = set.compile("week", for: WeekPage.shape, words: words)
        find = set.compile("find", for: FindPage.shape, words: words)
        calendar = set.compile("calendar", for: CalendarPage.shape, words: words)
        access = set.compile("access", for: AccessPage.shape, words: words)
        my = set.compile("my", for: PlainPage.shape("my"), words: words)
        offline = set.compile("offline", for: PlainPage.shape("offline"), words: words)
        support = set.compile("support", for: SupportPage.shape, words: words)
        stories = set.compile("stories", for: StoriesPage.shape, words: words)
        links = set.compile("links", for: LinksPage.shape, words: words)
        state = set.compile("state", for: StatePage.shape, words: words)
        story = set.compile("story", for: StoryPage.shape, words: words)
        events = set.compile("events", for: TitlesPage.shape("events"), words: words)
        event = set.compile("event", for: EventPage.shape, words: words)
        page = set.compile("page", for: FreePageView.shape, words: words)
        about = set.compile("about", for: AboutPage.shape, words: words)
        missing = set.compile("missing", for: MissingPage.shape, words: words)
        withdrawn = set.compile("withdrawn", for: MissingPage.shape, words: words)
    }
}
