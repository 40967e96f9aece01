package dev.ziffer.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.api.Exchanges.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The tests of the API, taken together, against its description: nothing happens that is not described, and everything
 * that is described happens. Comes last, and means something only after all the others of this package.
 */
@Order(Integer.MAX_VALUE)
final class AgreementTest {

    /** What no test can bring about, and why. */
    private static final Map<String, String> UNREACHABLE =
            Map.of("GET /health 503", "needs a database that is gone, and tests share theirs");

    @Test
    void whatHappensIsDescribedAndWhatIsDescribedHappens() throws Exception {
        List<Recorded> exchanges = Exchanges.all();
        assertThat(exchanges)
                .as("exchanges of the tests of the API, which run before this one")
                .isNotEmpty();
        var agreement = new Agreement(new Description(ApiServer.on(Database.Engine.SQLITE)
                .api()
                .get("/api/openapi.json")
                .json()));

        List<String> undescribed = new ArrayList<>();
        for (Recorded exchange : exchanges) {
            List<String> differences = agreement.differences(exchange);
            if (!differences.isEmpty()) {
                undescribed.add(exchange + "\n  is not as described: " + differences);
            }
        }

        assertThat(undescribed.stream().limit(10)).isEmpty();
        Set<String> never = new TreeSet<>(agreement.missing());
        assertThat(never).isEqualTo(new TreeSet<>(UNREACHABLE.keySet()));
    }
}
