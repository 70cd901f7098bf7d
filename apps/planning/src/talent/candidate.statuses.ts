import { transitions } from '@fivepoint/kernel';
import { graphEnum, lifecycle } from '@fivepoint/service';

/** 候选 → 入职 → 爬坡完成 → 认证: the way of somebody into the team (capability P40); who does not come is rejected, who goes has left. */
export const CandidateStatus = graphEnum(
  'CandidateStatus',
  'Where somebody stands on the way into a team (人才状态).',
  {
    CANDIDATE: 'Considered (候选).',
    HIRED: 'Works here, and is not ramped yet (已入职).',
    RAMPED: 'Sells like those who have been here for long (爬坡完成).',
    CERTIFIED: 'Ramped, and has shown it (已认证).',
    LEFT: 'Was hired and has left (已离职).',
    REJECTED: 'Did not come (未录用).',
  },
);
export type CandidateStatus = keyof typeof CandidateStatus;

export const candidateStatuses = lifecycle(
  'candidate',
  transitions<CandidateStatus>()({
    CANDIDATE: ['HIRED', 'REJECTED'],
    HIRED: ['RAMPED', 'LEFT'],
    RAMPED: ['CERTIFIED', 'LEFT'],
    CERTIFIED: ['LEFT'],
    LEFT: [],
    REJECTED: [],
  }),
);
