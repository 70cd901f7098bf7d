import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

export const PlanLineStanding = graphEnum('PlanLineStanding', 'Whether a line is in its plan (计划内外).', {
  PLANNED: 'In the version that counts; before the first approval, in the draft (计划内).',
  PROPOSED: 'New in the open revision: it counts once that is approved (拟新增).',
  WITHDRAWN:
    'Taken out; what came of it counts on, and it comes back with the approval of a revision that names it again (已撤出).',
});
export type PlanLineStanding = keyof typeof PlanLineStanding;

/** A line begins PLANNED in a plan's first draft and PROPOSED in a revision; what was taken out comes back as the same line, either way. */
export const planLineStandings = lifecycle(
  'plan line',
  transitions<PlanLineStanding>()({
    PLANNED: ['WITHDRAWN'],
    PROPOSED: ['PLANNED', 'WITHDRAWN'],
    WITHDRAWN: ['PLANNED', 'PROPOSED'],
  }),
  'standing',
);
