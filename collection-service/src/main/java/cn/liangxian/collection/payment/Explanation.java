package cn.liangxian.collection.payment;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Why a payment had the amount it had, for whoever examines it: clauses and policy version stand in the contribution.
 *
 * @param inputs what the clauses were applied to, without name and ID number
 */
public record Explanation(Contribution contribution, String payer, String funder, JsonNode inputs) {}
