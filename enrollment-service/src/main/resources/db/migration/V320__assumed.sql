-- Whether a reading that no text gives decided an assessment; null for those made before it was kept.
alter table assessment add column assumed boolean;
