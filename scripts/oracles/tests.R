# Hypothesis tests: stats of R, its root finders asked for all digits; Fisher's limits and Newcombe's interval from their definitions.
suppressMessages(library(jsonlite))
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, call, input, expected, options = NULL)
  cases[[length(cases) + 1]] <<- list(name = name, call = call, input = input, options = options, expected = expected)
quiet <- suppressWarnings
set.seed(20221031)
draw <- function(n, mean = 10, sd = 3, digits = 2) round(rnorm(n, mean, sd), digits)
skew <- function(n, digits = 1) round(rlnorm(n, 1, 0.8), digits)

# t tests
htest <- function(t) list(statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value, estimate = unname(t$estimate), interval = as.numeric(t$conf.int))
for (level in c(0.95, 0.9, 0.999)) for (size in list(c(5, 9), c(30, 12), c(2, 2))) {
  x <- draw(size[1]); y <- draw(size[2], 12, 5)
  t <- htest(t.test(x, y, conf.level = level)); t$estimate <- t$estimate[1] - t$estimate[2]
  add(paste("Welch", level, length(x)), "welch", list(x = x, y = y), t, list(level = level))
  t <- htest(t.test(x, y, var.equal = TRUE, mu = 1, conf.level = level)); t$estimate <- t$estimate[1] - t$estimate[2]
  add(paste("pooled", level, length(x)), "pooled", list(x = x, y = y), t, list(level = level, mu = 1))
}
for (n in c(3, 20)) {
  x <- draw(n); y <- x + draw(n, 1, 2)
  add(paste("paired t", n), "paired", list(x = x, y = y), htest(t.test(x, y, paired = TRUE, mu = 0.5)), list(mu = 0.5))
  add(paste("one-sample t", n), "one", list(x = x), htest(t.test(x, mu = 9)), list(mu = 9))
}
x <- c(1e9 + c(4, 7, 13, 16)); y <- 1e9 + c(5, 9, 22)
t <- htest(t.test(x, y)); t$estimate <- mean(x - 1e9) - mean(y - 1e9)
add("Welch with a huge offset", "welch", list(x = x, y = y), t)

# Wilcoxon
rank_sum <- function(x, y, ...) {
  w <- quiet(wilcox.test(x, y, conf.int = TRUE, tol.root = 1e-13, ...))
  list(statistic = unname(w$statistic), p = w$p.value, estimate = median(outer(x, y, "-")), interval = as.numeric(w$conf.int))
}
for (size in list(c(4, 6), c(12, 9), c(20, 31), c(49, 49), c(3, 48))) {
  x <- draw(size[1], digits = 6); y <- draw(size[2], 12, digits = 6)
  add(paste("rank-sum exact", paste(size, collapse = " ")), "rankSum", list(x = x, y = y), rank_sum(x, y))
  add(paste("rank-sum exact 90 %", paste(size, collapse = " ")), "rankSum", list(x = x, y = y), rank_sum(x, y, conf.level = 0.9), list(level = 0.9))
}
for (size in list(c(8, 11), c(25, 60), c(70, 50))) {
  x <- skew(size[1]); y <- skew(size[2]) + 1
  add(paste("rank-sum normal", paste(size, collapse = " ")), "rankSum", list(x = x, y = y), rank_sum(x, y, exact = FALSE), list(distribution = "normal"))
  add(paste("rank-sum normal uncorrected", paste(size, collapse = " ")), "rankSum", list(x = x, y = y), rank_sum(x, y, exact = FALSE, correct = FALSE), list(distribution = "normal", correct = FALSE))
  a <- round(x); b <- round(y)
  add(paste("rank-sum many ties", paste(size, collapse = " ")), "rankSum", list(x = a, y = b), rank_sum(a, b))
}
signed <- function(x, ...) {
  w <- quiet(wilcox.test(x, conf.int = TRUE, tol.root = 1e-13, ...))
  z <- x[x != 0]; walsh <- outer(z, z, "+") / 2
  list(statistic = unname(w$statistic), p = w$p.value, estimate = median(walsh[!lower.tri(walsh)]), interval = as.numeric(w$conf.int))
}
for (n in c(6, 13, 25, 49)) { x <- draw(n, 1, digits = 6); add(paste("signed-rank exact", n), "signedRank", list(x = x), signed(x)) }
for (n in c(15, 50, 80)) { x <- draw(n, 1, digits = 0); add(paste("signed-rank ties and zeros", n), "signedRank", list(x = x), signed(x)) }
x <- draw(60, 1, digits = 6); add("signed-rank normal", "signedRank", list(x = x), signed(x))
add("signed-rank normal uncorrected", "signedRank", list(x = x), signed(x, exact = FALSE, correct = FALSE), list(distribution = "normal", correct = FALSE))

# Tables
tables <- list(rbind(c(3, 9), c(8, 2)), rbind(c(5, 5), c(5, 6)), rbind(c(120, 880), c(90, 910)), rbind(c(0, 7), c(6, 5)),
  rbind(c(1, 0), c(0, 1)), rbind(c(7, 0), c(4, 3)), rbind(c(10, 200), c(1, 150)), rbind(c(2, 31), c(15, 4)), rbind(c(5000, 7000), c(4800, 7300)))
root <- function(f) uniroot(f, c(-40, 40), tol = 1e-15, maxiter = 5000)$root
fisher <- function(m, level) {
  k <- max(0, sum(m[1, ]) - sum(m[, 2])):min(sum(m[, 1]), sum(m[1, ])); x <- m[1, 1]
  base <- dhyper(k, sum(m[, 1]), sum(m[, 2]), sum(m[1, ]), log = TRUE)
  at <- function(b) { w <- base + k * b; w <- exp(w - max(w)); w / sum(w) }
  a <- (1 - level) / 2
  list(p = quiet(fisher.test(m)$p.value),
    estimate = if (x == min(k)) 0 else if (x == max(k)) NA else exp(root(function(b) sum(k * at(b)) - x)),
    interval = c(if (x == min(k)) 0 else exp(root(function(b) sum(at(b)[k >= x]) - a)), if (x == max(k)) NA else exp(root(function(b) sum(at(b)[k <= x]) - a))))
}
for (m in tables) {
  label <- paste(t(m), collapse = " ")
  t <- quiet(chisq.test(m)); add(paste("chi-square Yates", label), "chiSquare", list(table = m), list(statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value))
  add(paste("Fisher", label), "fisher", list(table = m), fisher(m, 0.95))
  add(paste("Fisher 99 %", label), "fisher", list(table = m), fisher(m, 0.99), list(level = 0.99))
}
wide <- list(rbind(c(3, 1, 0), c(0, 4, 2), c(1, 1, 5)), rbind(c(2, 5, 1, 4), c(6, 0, 3, 1)), rbind(c(4, 0), c(2, 3), c(0, 6), c(1, 1)),
  rbind(c(10, 4, 2), c(6, 9, 5), c(1, 3, 11)), rbind(c(1, 2, 0, 3, 1), c(2, 0, 4, 1, 1), c(0, 3, 1, 0, 5)), rbind(c(20, 15, 9), c(11, 22, 13)),
  rbind(c(1, 0, 2, 1), c(0, 3, 0, 1), c(2, 1, 1, 0), c(0, 0, 1, 4)), rbind(c(30, 3, 1), c(25, 9, 2), c(28, 4, 6), c(19, 8, 7)),
  rbind(c(9, 4, 7, 2), c(3, 8, 5, 6), c(6, 2, 9, 4), c(5, 5, 1, 8)), rbind(c(12, 3, 5), c(4, 14, 6), c(7, 5, 15), c(9, 8, 2)), rbind(c(15, 0, 0), c(0, 12, 1), c(2, 0, 11)),
  rbind(c(60, 45), c(38, 57), c(41, 49)), rbind(c(40, 22, 35), c(31, 38, 29)), rbind(c(25, 18, 9, 14), c(11, 22, 17, 10)), rbind(c(3, 2, 4, 1, 5), c(1, 6, 2, 3, 0), c(4, 0, 3, 5, 2), c(2, 3, 1, 4, 6)))
for (m in wide) {
  label <- paste0(nrow(m), " x ", ncol(m), ": ", paste(t(m), collapse = " "))
  t <- quiet(chisq.test(m)); add(paste("chi-square", label), "chiSquare", list(table = m), list(statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value))
  add(paste("Fisher r x c", label), "fisherTable", list(table = m), list(p = fisher.test(m, workspace = 2e8)$p.value))
}
for (m in list(rbind(c(20, 5), c(12, 30)), rbind(c(9, 1), c(4, 9)), rbind(c(3, 6), c(6, 3)), rbind(c(50, 0), c(8, 2)))) {
  t <- mcnemar.test(m); b <- binom.test(m[1, 2], m[1, 2] + m[2, 1])
  label <- paste(t(m), collapse = " ")
  add(paste("McNemar", label), "mcNemar", list(table = m), list(statistic = unname(t$statistic), df = 1, p = t$p.value))
  add(paste("McNemar uncorrected", label), "mcNemar", list(table = m), { u <- mcnemar.test(m, correct = FALSE); list(statistic = unname(u$statistic), p = u$p.value) }, list(correct = FALSE))
  e <- list(p = b$p.value)
  if (all(m[1, 2] * m[2, 1] > 0)) { e$estimate <- log(m[1, 2] / m[2, 1]); e$interval <- as.numeric(log(b$conf.int / (1 - b$conf.int))) }
  add(paste("McNemar exact", label), "mcNemar", list(table = m), e, list(distribution = "exact"))
}
for (m in list(rbind(c(10, 4, 2), c(6, 9, 5), c(1, 3, 11)), rbind(c(5, 1, 2, 3), c(2, 8, 1, 4), c(6, 2, 4, 1), c(1, 1, 7, 9)))) {
  t <- mcnemar.test(m); add(paste("Bowker", paste(t(m), collapse = " ")), "bowker", list(table = m), list(statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value))
}

# Proportions
for (b in list(c(0, 12, 0.2), c(12, 12, 0.7), c(37, 120, 0.25), c(400, 1000, 0.5), c(3, 9, 0.05), c(1, 2, 0.5))) {
  t <- binom.test(b[1], b[2], b[3], conf.level = 0.9)
  add(paste("binomial", paste(b, collapse = " ")), "binomial", list(events = b[1], n = b[2]), list(p = t$p.value, estimate = unname(t$estimate), interval = as.numeric(t$conf.int)), list(share = b[3], level = 0.9))
}
for (b in list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(10, 10, 0, 20), c(0, 10, 0, 10), c(5, 56, 0, 29), c(6, 7, 2, 7))) {
  w <- lapply(1:2, function(i) quiet(prop.test(b[2 * i - 1], b[2 * i], correct = FALSE)$conf.int)); p <- c(b[1] / b[2], b[3] / b[4]); d <- p[1] - p[2]
  t <- quiet(prop.test(b[c(1, 3)], b[c(2, 4)], correct = FALSE)$p.value)
  add(paste("Newcombe", paste(b, collapse = " ")), "difference", list(first = list(events = b[1], n = b[2]), second = list(events = b[3], n = b[4])),
    list(p = if (is.nan(t)) 1 else t, estimate = d, interval = c(d - sqrt((p[1] - w[[1]][1])^2 + (w[[2]][2] - p[2])^2), d + sqrt((w[[1]][2] - p[1])^2 + (p[2] - w[[2]][1])^2))))
}

# Several groups
for (round in 1:4) {
  groups <- lapply(c(6, 9, 14, 5)[1:(round + (round < 2))], function(n) if (round %% 2) draw(n, 10 + n / 5, n / 3) else skew(n))
  y <- unlist(groups); g <- factor(rep(seq_along(groups), lengths(groups)))
  one <- function(t) list(statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value)
  add(paste("ANOVA", round), "anova", list(groups = groups), one(oneway.test(y ~ g, var.equal = TRUE)))
  add(paste("Welch ANOVA", round), "welchAnova", list(groups = groups), one(oneway.test(y ~ g)))
  add(paste("Kruskal", round), "kruskal", list(groups = groups), one(kruskal.test(y, g)))
  add(paste("Bartlett", round), "bartlett", list(groups = groups), one(bartlett.test(y, g)))
  for (centre in c("median", "mean")) {
    z <- abs(y - ave(y, g, FUN = get(centre))); a <- anova(lm(z ~ g))
    add(paste("Levene", centre, round), "levene", list(groups = groups), list(statistic = a$F[1], df = a$Df, p = a$Pr[1]), list(centre = centre))
  }
}

# Correlations
fisher_z <- function(r, se) tanh(atanh(r) + c(-1, 1) * qnorm(0.975) * se)
for (n in c(4, 7, 9, 10, 25, 60)) {
  x <- draw(n, digits = 5); y <- round(0.6 * x + draw(n, digits = 5), 5)
  t <- cor.test(x, y); add(paste("Pearson", n), "correlation", list(x = x, y = y), list(statistic = unname(t$statistic), df = unname(t$parameter), p = t$p.value, estimate = unname(t$estimate), interval = as.numeric(t$conf.int)))
  for (how in c("spearman", "kendall")) for (ties in c(FALSE, TRUE)) {
    if (ties) { a <- round(x); b <- round(y) } else { a <- x; b <- y }
    t <- quiet(cor.test(a, b, method = how)); r <- unname(t$estimate)
    e <- list(statistic = unname(t$statistic), p = t$p.value, estimate = r)
    if (n > 4) e$interval <- fisher_z(r, if (how == "spearman") sqrt((1 + r^2 / 2) / (n - 3)) else sqrt(0.437 / (n - 4)))
    add(paste(how, n, if (ties) "ties"), "correlation", list(x = a, y = b), e, list(method = how))
  }
}

# Normality
for (n in c(3, 4, 5, 6, 8, 11, 12, 30, 200, 1000)) for (kind in c("normal", "skew")) {
  x <- if (kind == "normal") draw(n, digits = 3) else skew(n, 3)
  t <- shapiro.test(x); add(paste("Shapiro-Wilk", n, kind), "shapiro", list(x = x), list(statistic = unname(t$statistic), p = t$p.value))
}

# Multiple testing
for (p in list(c(0.001, 0.04, 0.03, 0.2), c(0.9, NA, 0.02, 0.02, 0.5), c(0.6), c(1e-12, 1, 0, 0.3, 0.049, NA, 0.05)))
  add(paste("adjusted", paste(p, collapse = " ")), "adjust", list(p = p), list(holm = p.adjust(p, "holm"), bonferroni = p.adjust(p, "bonferroni"), `benjamini-hochberg` = p.adjust(p, "BH"), `benjamini-yekutieli` = p.adjust(p, "BY")))

result <- list(about = "Hypothesis tests, two-sided. Tables row by row; null is no finite value.", source = "R 4.2.2 stats", tolerance = list(rel = 1e-9, root = 1e-7), cases = cases)
for (i in seq_along(result$cases)) if (is.null(result$cases[[i]]$options)) result$cases[[i]]$options <- NULL
write(toJSON(result, auto_unbox = TRUE, digits = I(15), na = "null", null = "null"), file.path(folder, "r-tests.json"))
