# Plans of routes.

cli-plan = Plan routes
cli-plan-orienteering = The bare planner on a published instance of (team) orienteering, with or without time windows
cli-plan-orienteering-file = Instance file; its format is recognised
cli-plan-orienteering-solution = A plan as printed with --json
cli-plan-orienteering-check = Check that plan instead of searching
cli-plan-orienteering-budget = Rounds of the search; the same number gives the same plan everywhere
cli-plan-orienteering-seconds = Search as long as this instead
cli-plan-orienteering-seed = Seed of the search
cli-plan-orienteering-threads = Threads; they change nothing but the time
cli-plan-orienteering-vehicles = Number of vehicles, in place of what the file says
cli-plan-orienteering-json = Print JSON
cli-plan-route = Route { $n }: { $stops }  (ends at { $end })
cli-plan-total = Score { $score }, no plan can have more than { $bound } (gap { $gap } %)
cli-plan-checked = Independent check passed
